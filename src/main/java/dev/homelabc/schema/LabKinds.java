package dev.homelabc.schema;

import static dev.homelabc.schema.Line.block;
import static dev.homelabc.schema.Line.flag;
import static dev.homelabc.schema.Line.line;
import static dev.homelabc.schema.Line.list;
import static dev.homelabc.schema.Line.value;
import static dev.homelabc.schema.Parameter.one;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.Gpu;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.VmLifetime;
import java.util.List;

/// The lab as a whole, its VLANs and its hosts.
final class LabKinds {
  static final Property DESCRIPTION =
      value("description", "What it is, for people.", Types.TEXT.like("\"the web server\""));

  static final List<Property> LAB =
      List.of(
          DESCRIPTION,
          value(
              "domain",
              "DNS domain of VMs and hosts.",
              Types.form(
                  Message.of("a domain"),
                  "home.arpa",
                  "[a-z0-9]([a-z0-9-]*[a-z0-9])?(\\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*")),
          value(
                  "state-version",
                  "NixOS release whose defaults stateful services keep.",
                  Types.form(Message.of("a NixOS release"), "25.11", "[0-9]{2}\\.[0-9]{2}"))
              .standard("25.11"),
          value("nixpkgs", "Flake URL of nixpkgs.", Types.FLAKE)
              .standard("github:NixOS/nixpkgs/nixos-25.11"),
          value(
                  "microvm",
                  "Flake URL of microvm.nix.",
                  Types.FLAKE.like("github:microvm-nix/microvm.nix"))
              .standard("github:microvm-nix/microvm.nix"),
          list("dns", "DNS servers of VMs whose VLAN names none.", "ADDRESS", Types.IP),
          list("ntp", "Time servers of VMs and hosts.", "HOST", Types.HOST_NAME),
          value(
              "time-zone",
              "Time zone of VMs and hosts.",
              Types.form(
                  Message.of("a time zone"), "Asia/Seoul", "[A-Za-z0-9_+-]+(/[A-Za-z0-9_+-]+)*")),
          value(
                  "ssh-key",
                  "A public key that may log in as root to every host and microVM, and to every"
                      + " OpenShift VM as its image's own account.",
                  Types.SSH_KEY)
              .appended(),
          value(
                  "hypervisor",
                  "Hypervisor of VMs that name none.",
                  Types.choice(Message.of("a hypervisor"), Hypervisor.class))
              .standard("qemu"),
          value(
                  "mac-prefix",
                  "First four octets of MAC addresses that homelabc assigns.",
                  Types.MAC_PREFIX)
              .standard("02:00:00:00"),
          list("deny", "Codes of findings that are errors in this lab.", "CODE", Types.CODE),
          list(
              "warn",
              "Codes of findings that are off by default and warnings in this lab.",
              "CODE",
              Types.CODE.like("no-description")));

  static final List<Property> VLAN =
      List.of(
          DESCRIPTION,
          value(
                  "id",
                  "IEEE 802.1Q id, 1 to 4094, or `untagged` for the LAN of its hosts.",
                  Types.VLAN_TAG)
              .required(),
          value("subnet", "The IPv4 network of the VLAN.", Types.CIDR).required(),
          value("gateway", "Address of the router in the VLAN.", Types.GATEWAY),
          list("dns", "DNS servers of the VMs in it.", "ADDRESS", Types.IP).otherwise("the lab's"),
          value("mtu", "Largest packet that the VLAN carries.", Types.MTU)
              .otherwise("1500, as Ethernet has it"),
          value("dhcp", "Addresses that a DHCP server gives out.", Types.RANGE));

  static final List<Property> HOST =
      List.of(
          DESCRIPTION,
          value(
                  "system",
                  "Nix system.",
                  Types.form(Message.of("a Nix system"), "x86_64-linux", "(x86_64|aarch64)-linux"))
              .standard("x86_64-linux"),
          value("cpus", "Logical processors.", Types.whole(1, 4096)),
          value("memory", "Physical memory.", Types.SIZE),
          value("reserve", "Memory kept for the host itself.", Types.SIZE).standard("2GiB"),
          value("disk", "Space for the volumes of VMs.", Types.SIZE),
          value(
              "gpu",
              "Maker of a GPU that the host itself uses, or its containers.",
              Types.choice(Message.of("a maker of GPUs"), Gpu.class)),
          value("storage-root", "Folder of the VMs' data.", Types.PATH)
              .standard("/var/lib/microvms"),
          value(
                  "ssh",
                  "How to reach it for deployment.",
                  Types.form(
                      Message.of("USER@ADDRESS"),
                      "root@192.168.0.15",
                      "[a-z_][a-z0-9_-]*@[A-Za-z0-9.:-]+"))
              .otherwise("as root at its LAN address, else by its name"),
          block(
                  "lan",
                  "The untagged network on the bridge, with the host's own address.",
                  value(
                          "address",
                          "Address and prefix length of the host.",
                          Types.INTERFACE_ADDRESS)
                      .required(),
                  value("gateway", "The host's default gateway.", Types.IPV4.like("192.168.0.1")),
                  list("dns", "The host's DNS servers.", "ADDRESS", Types.IP)
                      .otherwise("the lab's"))
              .otherwise("by DHCP"),
          line(
                  "bridge",
                  "The VLAN-aware bridge of the VMs.",
                  new Body.Properties(
                      List.of(
                          value(
                              "uplink",
                              "Network interface that joins the bridge to the switch.",
                              Types.INTERFACE),
                          list(
                              "trunk",
                              "VLANs that leave through the uplink, tagged.",
                              "VLAN",
                              Types.VLAN))),
                  one("NAME", Types.INTERFACE.like("vmbr0")))
              .standard("vmbr0"),
          line(
                  "ip",
                  "An address of the host itself in a VLAN.",
                  new Body.None(),
                  one("VLAN", Types.VLAN),
                  one("ADDRESS", Types.IPV4))
              .appended(),
          list(
              "route",
              "VLANs whose gateway this host is: it carries the gateway address and forwards.",
              "VLAN",
              Types.VLAN),
          list(
              "nat",
              "VLANs whose traffic leaves under the host's LAN address.",
              "VLAN",
              Types.VLAN),
          value(
                  "vms",
                  "Whether its VMs are part of its closure, or installed one by one: a rebuild of"
                      + " the host then leaves them running.",
                  Types.choice(Message.of("`declared` or `imperative`"), VmLifetime.class))
              .standard("declared"),
          flag("libvirt", "Whether libvirt runs on it as well.").standard("false"),
          value("module", "A NixOS module of your own.", Types.MODULE).appended(),
          value(
                  "nix",
                  "A NixOS module as code, for what the language has no word for.",
                  Types.RAW.like("\"{ services.fstrim.enable = true; }\""))
              .appended());

  private LabKinds() {}
}
