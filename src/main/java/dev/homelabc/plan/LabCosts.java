package dev.homelabc.plan;

import static dev.homelabc.plan.Row.idle;
import static dev.homelabc.plan.Row.on;
import static dev.homelabc.plan.Row.restarts;
import static dev.homelabc.plan.Row.row;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.plan.Row.Cell;
import dev.homelabc.plan.Subject.Kind;
import java.util.List;

/// What the lab and its VLANs say for all machines. Sources: what our templates put into a guest
/// and a host, with [Basis#RESTART_IF_CHANGED], [Basis#SWITCH] and [Basis#NETWORK_FILES].
final class LabCosts {
  static final String NAME = "lab/(name)";
  static final String FILE = "lab/(file)";

  /// Services that keep data decide by it which form their data has. Source: the description of
  /// `system.stateVersion` in the NixOS manual.
  private static final Message STATE =
      Message.of("services with data take it for the release that made them: read its notes first");

  static final List<Row> ROWS =
      List.of(
          row(
              NAME,
              on(
                  Kind.LAB,
                  Cost.MANUAL,
                  Basis.NO_OUTPUT,
                  Message.of(
                      "`build` takes the output folder for another lab's until"
                          + " `.homelabc/manifest.json` has the new name"))),
          idle("lab/description", Kind.LAB),
          idle(FILE, Kind.LAB),
          row("lab/domain", restarts(), reload()),
          row("lab/state-version", restarts(STATE), reload(STATE)),
          row(
              "lab/nixpkgs",
              restarts(),
              on(
                  Kind.HOST,
                  Cost.REBOOT,
                  Basis.BOOT,
                  Message.of("another kernel runs after a reboot, all else from the switch on"))),
          row("lab/microvm", restarts(), reload()),
          row("lab/dns", restarts(), network(), guestNetwork()),
          row("lab/ntp", restarts(), reload()),
          row("lab/time-zone", restarts(), reload()),
          row("lab/ssh-key", restarts(), reload()),
          // A VM that takes it has it among its own values.
          idle("lab/hypervisor", Kind.LAB),
          // What the lock holds stays as it is.
          idle("lab/mac-prefix", Kind.LAB),
          idle("lab/deny", Kind.LAB),
          idle("lab/warn", Kind.LAB),
          idle("vlan/description", Kind.VLAN),
          idle("vlan/dhcp", Kind.VLAN),
          row("vlan/id", network(), OpenShiftCosts.attachment()),
          row("vlan/subnet", restarts(), network(), guestNetwork()),
          row("vlan/gateway", restarts(), network(), guestNetwork()),
          row("vlan/dns", restarts(), network()),
          row("vlan/mtu", restarts(), network(), OpenShiftCosts.attachment()));

  private LabCosts() {}

  private static Cell reload() {
    return on(Kind.HOST, Cost.RELOAD, Basis.SWITCH);
  }

  private static Cell reload(Message note) {
    return on(Kind.HOST, Cost.RELOAD, Basis.SWITCH, note);
  }

  private static Cell network() {
    return on(Kind.HOST, Cost.NETWORK_RELOAD, Basis.NETWORK_FILES);
  }

  private static Cell guestNetwork() {
    return on(Kind.OPENSHIFT_VM, OpenShiftCosts.GUEST_NETWORK);
  }
}
