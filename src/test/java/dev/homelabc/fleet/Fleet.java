package dev.homelabc.fleet;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// A lab of any size that has no finding: hosts of a hundred VMs each, VLANs of two hundred,
/// trunked to a switch. Labs of 1 to 17,000 VMs fit its addresses.
public final class Fleet {
  private static final int VMS_PER_HOST = 100;
  private static final int VMS_PER_VLAN = 200;

  /// Ids from here to 99: two digits, as the fifth octet of a MAC address has.
  private static final int FIRST_VLAN = 14;

  private static final String HEAD =
      """
      lab fleet {
        domain fleet.example
        ssh-key "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7bq ops"
      }

      profile base {
        vcpu 1
        memory 1GiB
        port ssh 22
      }
      """;

  private final List<Machine> machines = new ArrayList<>();

  public Fleet(int vms) {
    for (int i = 0; i < vms; i++) {
      machines.add(machine(i));
    }
  }

  /// The VMs, which a test may spoil before it asks for the text.
  public List<Machine> machines() {
    return machines;
  }

  public String text() {
    var text = new StringBuilder(HEAD);
    for (int vlan = 0; vlan <= vlanOf(machines.size() - 1); vlan++) {
      text.append(
          """

          vlan v%1$d {
            id %2$d
            subnet 10.1.%2$d.0/24
            gateway 10.1.%2$d.1
          }
          """
              .formatted(vlan, FIRST_VLAN + vlan));
    }
    for (int host = 0; host <= hostOf(machines.size() - 1); host++) {
      text.append(
          """

          host h%d {
            cpus 64
            memory 256GiB
            bridge vmbr0 {
              uplink enp1s0
              trunk %s
            }
          }
          """
              .formatted(host, trunk(host)));
    }
    machines.forEach(text::append);
    return text.toString();
  }

  private Machine machine(int i) {
    int vlan = vlanOf(i);
    int octet = 10 + i % VMS_PER_VLAN;
    var name = "m%05d".formatted(i);
    var machine = new Machine(name);
    machine.set("profile", "profile base");
    machine.set("on", "on h%d".formatted(hostOf(i)));
    machine.set("vlan", "vlan v%d".formatted(vlan));
    machine.set("ip", "ip 10.1.%d.%d".formatted(FIRST_VLAN + vlan, octet));
    machine.set("mac", "mac 02:00:00:00:%d:%02x".formatted(FIRST_VLAN + vlan, octet));
    machine.set("vsock", "vsock %d".formatted(100 + i % VMS_PER_HOST));
    switch (i % 3) {
      case 0 ->
          machine.set(
              "share",
              """
              share data {
                  source /var/lib/microvms/%s/data
                  mount /srv/data
                }\
              """
                  .formatted(name));
      case 1 ->
          machine.set(
              "volume",
              """
              volume data {
                  mount /srv/data
                  size 1GiB
                }\
              """);
      default -> machine.set("web", "port web 8080");
    }
    return machine;
  }

  private String trunk(int host) {
    return IntStream.range(
            host * VMS_PER_HOST, Math.min(machines.size(), (host + 1) * VMS_PER_HOST))
        .map(Fleet::vlanOf)
        .distinct()
        .mapToObj(it -> "v" + it)
        .collect(Collectors.joining(" "));
  }

  private static int vlanOf(int machine) {
    return machine / VMS_PER_VLAN;
  }

  private static int hostOf(int machine) {
    return machine / VMS_PER_HOST;
  }
}
