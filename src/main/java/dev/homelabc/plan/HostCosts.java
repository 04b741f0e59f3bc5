package dev.homelabc.plan;

import static dev.homelabc.plan.Row.idle;
import static dev.homelabc.plan.Row.on;
import static dev.homelabc.plan.Row.row;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.plan.Row.Cell;
import dev.homelabc.plan.Subject.Kind;
import java.util.List;

/// What a NixOS host says of itself. Sources: [Basis#NETWORK_FILES] and [Basis#NETDEV_FILES] for
/// the network, [Basis#SWITCH] and [Basis#BOOT] for the rest.
final class HostCosts {
  static final String NETDEV = "host/(interface)";
  static final String TAP = "host/(tap)";
  static final String PASSTHROUGH = "host/(passthrough)";
  static final String USB = "host/(usb)";
  static final String NODE = "host/(node)";
  static final String FILE = "host/(file)";

  private static final Message OWN =
      Message.of("what it does is code of your own: a change of the kernel needs a reboot");

  static final List<Row> ROWS =
      List.of(
          idle("host/description", Kind.HOST),
          row(
              "host/system",
              on(
                  Kind.HOST,
                  Cost.MANUAL,
                  Basis.BOOT,
                  Message.of("a machine of another kind is installed anew"))),
          idle("host/cpus", Kind.HOST),
          idle("host/memory", Kind.HOST),
          idle("host/reserve", Kind.HOST),
          idle("host/disk", Kind.HOST),
          row("host/gpu", on(Kind.HOST, Cost.REBOOT, Basis.BOOT)),
          row("host/storage-root", reload(Message.NONE), on(Kind.MICROVM, HostCosts::state)),
          idle("host/ssh", Kind.HOST),
          network("host/lan"),
          row(
              "host/lan/address",
              on(
                  Kind.HOST,
                  Cost.NETWORK_RELOAD,
                  Basis.NETWORK_FILES,
                  Message.of(
                      "the deployment goes to the new address before the host has it: tell it the"
                          + " old one once"))),
          network("host/lan/gateway"),
          network("host/lan/dns"),
          row("host/bridge", on(Kind.HOST, HostCosts::bridge)),
          network("host/bridge/uplink"),
          network("host/bridge/trunk"),
          network("host/ip"),
          network("host/route"),
          network("host/nat"),
          row("host/vms", reload(Message.NONE), on(Kind.MICROVM, HostCosts::lifetime)),
          row("host/libvirt", reload(Message.NONE)),
          row("host/module", reload(OWN)),
          row("host/nix", reload(OWN)),
          row(NETDEV, on(Kind.HOST, HostCosts::netdev)),
          network(TAP),
          row(PASSTHROUGH, on(Kind.HOST, Cost.REBOOT, Basis.BOOT)),
          row(USB, reload(Message.NONE)),
          row(NODE, reload(Message.NONE)),
          row(FILE, on(Kind.HOST, HostCosts::file)));

  private HostCosts() {}

  private static Cell reload(Message note) {
    return on(Kind.HOST, Cost.RELOAD, Basis.SWITCH, note);
  }

  private static Row network(String path) {
    return row(path, on(Kind.HOST, Cost.NETWORK_RELOAD, Basis.NETWORK_FILES));
  }

  /// Only its name is a matter of the head; what the block says has rows of its own.
  private static Effect bridge(Delta delta) {
    return Effect.of(Cost.NETWORK_RESTART, Basis.NETDEV_FILES)
        .with(
            Message.of(
                "the bridge {0} stays until the host reboots or `networkctl delete {0}`",
                delta.was()));
  }

  private static Effect netdev(Delta delta) {
    var effect = Effect.of(Cost.NETWORK_RESTART, Basis.NETDEV_FILES);
    if (delta.isAdded()) {
      return effect;
    }
    var name = delta.any().label().substring("interface ".length());
    return effect.with(
        delta.isRemoved()
            ? Message.of("{0} stays until the host reboots or `networkctl delete {0}`", name)
            : Message.of(
                "{0} takes all of it after the host rebooted or `networkctl delete {0}` and a"
                    + " restart of systemd-networkd",
                name));
  }

  private static Effect state(Delta delta) {
    boolean hasImages =
        delta.now().microVm(delta.subject().name()).stream()
            .flatMap(it -> it.volumes().stream())
            .anyMatch(it -> it.image().isEmpty());
    return hasImages
        ? Effect.of(Cost.MANUAL, Basis.IMAGE_ONCE)
            .with(
                Message.of(
                    "its images stay in the old folder: stop it and move them, or it starts with"
                        + " empty disks"))
        : Effect.of(Cost.RESTART, Basis.RESTART_IF_CHANGED);
  }

  /// A VM that leaves the closure of its host runs on; one that enters it is restarted by it.
  private static Effect lifetime(Delta delta) {
    return delta.is().equals("imperative")
        ? Effect.of(Cost.MANUAL, Basis.INSTALLED_ALONE)
            .with(
                Message.of(
                    "it runs on as it is; from now on `just vm-deploy {0}` installs it",
                    delta.subject().name()))
        : Effect.of(Cost.RESTART, Basis.RESTART_IF_CHANGED);
  }

  private static Effect file(Delta delta) {
    var effect =
        delta.any().label().endsWith("/network.nix")
            ? Effect.of(Cost.NETWORK_RELOAD, Basis.NETWORK_FILES)
            : Effect.of(Cost.RELOAD, Basis.SWITCH);
    return effect.with(Steps.UNSAID);
  }
}
