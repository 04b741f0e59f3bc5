package dev.homelabc.emit.nix;

/// A lab of what the example leaves out: a host that is in VLANs only, one without an uplink, one
/// without an address, a guest that asks for its address, one with an interface of each type, cloud
/// hypervisor, every file system, a guest in an untagged LAN in which its host has no address,
/// names that need quotes or are too long for a disk.
final class CornerLab {
  private CornerLab() {}

  static final String TEXT =
      """
      lab corners {
        domain lab.example
        dns 10.0.30.1
      }
      vlan alpha {
        id 30
        subnet 10.0.30.0/24
        gateway 10.0.30.1
      }
      vlan beta {
        id 4094
        subnet 10.0.40.0/25
        mtu 9000
        dns 9.9.9.9 1.1.1.1
      }
      host trunked {
        bridge br0 {
          uplink eno1
          trunk beta alpha
        }
        ip alpha 10.0.30.2
        nix \"""
          { pkgs, ... }:
          {
            environment.systemPackages = [ pkgs.htop ]; # ${not.ours}
          }
          \"""
      }
      host island {
        bridge br1
        route alpha
      }
      host bare
      vlan gamma {
        id 50
        subnet 10.0.50.0/24
        gateway 10.0.50.1
        mtu 1400
      }
      host asking {
        bridge br2 {
          uplink eno2
        }
        route gamma
        ip gamma 10.0.50.2
        nat gamma
      }
      vm 9p {
        on trunked
        hypervisor cloud-hypervisor
        vlan beta
        ip 10.0.40.10
        mac 02:00:00:00:40:10
        vsock 30
        vcpu 2
        memory 1GiB
        autostart false
        port dns 53/udp
        port dns-tcp 53
        port media 4000-4100/udp
        share a-name-that-is-longer-than-thirty-six-characters {
          source /srv/media
          mount /media
          read-only true
        }
        volume a-name-that-is-longer-than-twenty-characters {
          mount /var/lib/one
          size 1GiB
          fs xfs
        }
        volume two {
          mount /var/lib/two
          size 2GiB
          fs btrfs
          format qcow2
        }
        service nginx {
          enable false
          virtualHosts {
            "a.b" {
              listen [ -1 ]
            }
          }
        }
        nix \"""
          { services.fstrim.enable = true; }
          \"""
      }
      vlan home {
        id untagged
        subnet 192.168.0.0/24
        gateway 192.168.0.1
      }
      vm neighbour {
        on trunked
        vlan home
        ip 192.168.0.20
        mac 02:00:00:00:00:20
        vcpu 1
        memory 512MiB
      }
      vm joined {
        on trunked
        vlan alpha
        ip 10.0.30.12
        mac 02:00:00:00:30:12
        vcpu 1
        memory 512MiB
        interface back {
          vlan beta
          ip 10.0.40.12
          mac 02:00:00:00:40:12
          tap vm-joined-back
        }
        interface wire {
          type macvtap
          vlan gamma
          ip dhcp
          mac 02:00:00:00:50:12
          tap vm-joined-wire
          link eno3
          mode bridge
        }
        interface other {
          type bridge
          vlan gamma
          ip 10.0.50.12
          mac 02:00:00:00:50:13
          bridge br9
        }
        interface through {
          type user
          mac 02:00:00:00:ff:12
        }
      }
      vm leased {
        on trunked
        vlan alpha
        ip dhcp
        mac 02:00:00:00:30:11
        vcpu 1
        memory 512MiB
      }
      vm plain {
        on island
        vlan alpha
        ip 10.0.30.10
        mac 02:00:00:00:30:10
        vcpu 1
        memory 512MiB
        volume data {
          mount /data
          size 64MiB
        }
        share deep {
          source /var/lib/microvms/plain/data/deep
          mount /deep
        }
        share data {
          source /var/lib/microvms/plain/data
          mount /shallow
        }
      }
      """;
}
