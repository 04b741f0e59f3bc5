package dev.homelabc.plan;

import static dev.homelabc.plan.Row.idle;
import static dev.homelabc.plan.Row.on;
import static dev.homelabc.plan.Row.row;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.plan.Row.Cell;
import dev.homelabc.plan.Subject.Kind;
import java.util.List;

/// What VMs of OpenShift and their projects say. Sources: [Basis#VM_ROLLOUT] for the template,
/// [Basis#DATA_VOLUME] for the disk, [Basis#CLOUD_INIT_ONCE] for the guest, and
/// [Basis#ATTACHED_AT_START] for networks.
final class OpenShiftCosts {
  static final String ADDRESS = "vm/(address)";
  static final String SPREAD = "vm/(spread)";
  static final String FILE = "openshift/(file)";

  /// The guest's network is in its network data, which cloud-init reads once.
  static final Judge GUEST_NETWORK =
      Judge.always(
          Effect.of(Cost.MANUAL, Basis.CLOUD_INIT_ONCE)
              .with(Message.of("the guest keeps what it has until it is changed in there")));

  private static final Judge FIRST_BOOT =
      Judge.always(
          Effect.of(Cost.NOTHING, Basis.CLOUD_INIT_ONCE)
              .with(Message.of("only a VM that is made anew takes it")));

  private static final Message HOT_PLUG =
      Message.of("more of it comes live where the cluster's rollout strategy is `LiveUpdate`");

  static final List<Row> ROWS =
      List.of(
          idle("vm/description", Kind.OPENSHIFT_VM),
          row("vm/on", on(Kind.OPENSHIFT_VM, OpenShiftCosts::moved)),
          row("vm/vcpu", on(Kind.OPENSHIFT_VM, Cost.RESTART, Basis.VM_ROLLOUT, HOT_PLUG)),
          row("vm/memory", on(Kind.OPENSHIFT_VM, Cost.RESTART, Basis.VM_ROLLOUT, HOT_PLUG)),
          row("vm/image", disk(Message.of("its disk stays a copy of the old image"))),
          row("vm/checksum", disk(Message.of("the DataVolume that exists refuses another one"))),
          row("vm/disk", on(Kind.OPENSHIFT_VM, OpenShiftCosts::size)),
          row("vm/access-mode", disk(Message.NONE)),
          row("vm/storage-class", disk(Message.NONE)),
          row(
              "vm/network",
              on(
                  Kind.OPENSHIFT_VM,
                  Cost.RESTART,
                  Basis.ATTACHED_AT_START,
                  Message.of("the guest's side of an interface that is new is set up in there"))),
          row("vm/first", on(Kind.OPENSHIFT_VM, Cost.MANUAL, Basis.CLOUD_INIT_ONCE)),
          template("vm/node-selector"),
          template("vm/affinity"),
          row("vm/cloud-init", on(Kind.OPENSHIFT_VM, FIRST_BOOT)),
          row("vm/user", on(Kind.OPENSHIFT_VM, Cost.NOTHING, Basis.CLOUD_INIT_ONCE)),
          template("vm/instance-type"),
          template("vm/preference"),
          row("vm/run-strategy", on(Kind.OPENSHIFT_VM, OpenShiftCosts::strategy)),
          template("vm/eviction"),
          template("vm/guest-agent"),
          row("vm/port", on(Kind.OPENSHIFT_VM, Cost.LIVE, Basis.APPLIED)),
          row("lab/ssh-key", on(Kind.OPENSHIFT_VM, OpenShiftCosts::keys)),
          template("vm/gpu"),
          row(ADDRESS, on(Kind.OPENSHIFT_VM, GUEST_NETWORK)),
          row(
              MicroVmCosts.FILE,
              on(Kind.OPENSHIFT_VM, Cost.RESTART, Basis.VM_ROLLOUT, Steps.UNSAID)),
          template(SPREAD),
          idle("openshift/description", Kind.PROJECT),
          row(
              "openshift/namespace",
              on(
                  Kind.PROJECT,
                  Cost.MANUAL,
                  Basis.APPLIED,
                  Message.of("what is in the old namespace stays until it is deleted there")),
              disk(Message.of("it is made in the new namespace, with a disk of its own"))),
          row("openshift/storage-class", people(), disk(Message.NONE)),
          row("openshift/network", on(Kind.PROJECT, OpenShiftCosts::network)),
          row("openshift/network/kind", attachment(), vmOf()),
          row("openshift/network/bridge", attachment(), vmOf()),
          row("openshift/network/physical", attachment(), vmOf()),
          row("openshift/network/nad", attachment(), vmOf()),
          row("openshift/network/vlan", attachment(), vmOf()),
          row("openshift/network/mtu", attachment(), vmOf()),
          row("openshift/network/range", people(), guest()),
          row("openshift/network/gateway", people(), guest()),
          row("openshift/network/dns", people(), guest()),
          // The addresses that it gives are facts of the VMs.
          row("openshift/network/first", people()),
          idle("openshift/node-label", Kind.PROJECT),
          row(
              "openshift/argo-cd",
              on(Kind.PROJECT, Cost.LIVE, Basis.APPLIED),
              // Each object says in which wave it is synced.
              on(Kind.OPENSHIFT_VM, Cost.LIVE, Basis.APPLIED)),
          application("openshift/argo-cd/repository"),
          application("openshift/argo-cd/revision"),
          application("openshift/argo-cd/path"),
          application("openshift/argo-cd/namespace"),
          application("openshift/argo-cd/project"),
          idle("openshift/image-mirror", Kind.PROJECT),
          row(FILE, on(Kind.PROJECT, Cost.LIVE, Basis.APPLIED, Steps.UNSAID)));

  private OpenShiftCosts() {}

  /// The NetworkAttachmentDefinition of a network differs.
  static Cell attachment() {
    return on(
        Kind.PROJECT,
        Cost.LIVE,
        Basis.APPLIED,
        Message.of("an administrator applies the folder `networks`"));
  }

  private static Cell vmOf() {
    return on(Kind.OPENSHIFT_VM, Cost.RESTART, Basis.ATTACHED_AT_START);
  }

  private static Cell guest() {
    return on(Kind.OPENSHIFT_VM, GUEST_NETWORK);
  }

  private static Cell people() {
    return on(Kind.PROJECT, Cost.NOTHING, Basis.NO_OUTPUT);
  }

  private static Row template(String path) {
    return row(path, on(Kind.OPENSHIFT_VM, Cost.RESTART, Basis.VM_ROLLOUT));
  }

  /// What Argo CD is told. Nothing is synced by itself.
  private static Row application(String path) {
    return row(path, on(Kind.PROJECT, Cost.LIVE, Basis.APPLIED));
  }

  /// What only a disk that is made anew has.
  private static Cell disk(Message note) {
    return on(
        Kind.OPENSHIFT_VM,
        Judge.always(Effect.of(Cost.RECREATE, Basis.DATA_VOLUME).losing().with(note)));
  }

  private static Effect moved(Delta delta) {
    return Effect.of(Cost.RECREATE, Basis.OWNED_DISK)
        .losing()
        .with(
            Message.of(
                "it is made in {1} with a disk of its own; the one in {0} stays until it is"
                    + " deleted there",
                delta.was(), delta.is()));
  }

  private static Effect size(Delta delta) {
    return delta.shrinks()
        ? Effect.of(Cost.RECREATE, Basis.DATA_VOLUME)
            .losing()
            .with(Message.of("a PVC never gets smaller"))
        : Effect.of(Cost.MANUAL, Basis.DATA_VOLUME)
            .with(
                Message.of(
                    "grow the PVC `{0}-os` to {1}, where its storage class can",
                    delta.subject().name(), delta.is().replace("iB", "i")));
  }

  /// The Secret with the keys is mounted where there is one.
  private static Effect keys(Delta delta) {
    boolean mounts = delta.old().lab().sshKeys().isEmpty() != delta.now().lab().sshKeys().isEmpty();
    return mounts ? Effect.of(Cost.RESTART, Basis.VM_ROLLOUT) : FIRST_BOOT.of(delta);
  }

  private static Effect strategy(Delta delta) {
    return Effect.of(delta.is().equals("Halted") ? Cost.STOP : Cost.LIVE, Basis.RUN_STRATEGY);
  }

  private static Effect network(Delta delta) {
    return delta.isRemoved()
        ? Effect.of(Cost.MANUAL, Basis.APPLIED)
            .with(Message.of("its NetworkAttachmentDefinition stays until it is deleted"))
        : Effect.of(Cost.LIVE, Basis.APPLIED)
            .with(Message.of("an administrator applies the folder `networks`"));
  }
}
