package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.emit.just.JustFiles;
import dev.homelabc.model.Host;
import dev.homelabc.model.MicroVm;
import dev.homelabc.plan.Subject.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The entries of a plan with what to do beside deploying, and with what stays of what went.
final class Steps {
  /// Of a file that differs though nothing does that a property says.
  static final Message UNSAID =
      Message.of("it differs though nothing else here says so: an order of lines, perhaps");

  private final Side old;
  private final Side now;
  private final Renames renames;

  Steps(Side old, Side now) {
    this.old = old;
    this.now = now;
    this.renames = new Renames(old, now);
  }

  Entry changed(Subject subject, List<Change> changes) {
    var steps = new ArrayList<Message>();
    boolean restarts =
        changes.stream().anyMatch(it -> it.cost() == Cost.RESTART)
            && changes.stream().noneMatch(it -> it.cost() == Cost.STOP);
    if (restarts && isImperative(now, subject)) {
      steps.add(
          Message.of(
              "nothing restarts it by itself: `just vm-deploy {0}`, then `just vm-restart {0}`",
              subject.name()));
    }
    if (restarts && subject.kind() == Kind.OPENSHIFT_VM) {
      steps.add(
          Message.of(
              "nothing restarts it by itself: apply it, then `virtctl restart {0}`",
              subject.name()));
    }
    boolean isMoved = changes.stream().anyMatch(it -> it.path().equals("vm/on"));
    var left = isMoved ? left(subject) : List.<String>of();
    return entry(subject, State.CHANGED, now, changes, Cost.NOTHING, false, steps, left);
  }

  Entry added(Subject subject, List<Change> changes) {
    var steps = new ArrayList<Message>();
    var cost =
        switch (subject.kind()) {
          case LAB, VLAN -> Cost.NOTHING;
          case HOST -> {
            steps.add(Message.of("install NixOS there, with its own `hardware-configuration.nix`"));
            yield Cost.MANUAL;
          }
          case MICROVM -> {
            if (isImperative(now, subject)) {
              steps.add(Message.of("`just vm-deploy {0}` installs it", subject.name()));
              yield Cost.MANUAL;
            }
            yield Cost.LIVE;
          }
          case CLUSTER -> {
            steps.add(Message.of("`kubernetes/{0}/README.md` is the procedure", subject.name()));
            yield Cost.MANUAL;
          }
          case DEPLOYMENT, PROJECT, OPENSHIFT_VM -> Cost.LIVE;
        };
    renames
        .of(subject)
        .ifPresent(it ->
            steps.add(
                Message.of(
                    "it looks like {0} under another name, whose folders and images do not come"
                        + " along by themselves",
                    it)));
    return entry(subject, State.ADDED, now, changes, cost, false, steps, List.of());
  }

  Entry removed(Subject subject) {
    var steps = new ArrayList<Message>();
    var name = subject.name();
    switch (subject.kind()) {
      case LAB, VLAN -> {}
      case HOST -> steps.add(Message.of("it goes on as it is; nothing is deployed to it any more"));
      case MICROVM -> {
        steps.add(
            isHostKept(subject)
                ? Message.of(
                    "it runs on until `just vm-prune {0}`, which deletes what it left, after it"
                        + " asked",
                    name)
                : Message.of("it runs on; its host is no longer deployed to"));
        heir(subject)
            .ifPresent(
                it -> steps.add(Message.of("{1} gets its address: stop {0} before", name, it)));
      }
      case CLUSTER ->
          steps.add(Message.of("it goes on until `kubeadm reset` on each of its nodes"));
      case DEPLOYMENT ->
          steps.add(Message.of("`kubectl delete deployment,service {0}` ends it", name));
      case PROJECT ->
          steps.add(Message.of("its namespace and networks stay until they are deleted"));
      case OPENSHIFT_VM ->
          steps.add(
              ownsDisk(subject)
                  ? Message.of("`oc delete vm {0}` deletes it, and its disk with it", name)
                  : Message.of(
                      "`oc delete vm {0}` deletes it; its disk stays until `oc delete dv {0}-os`",
                      name));
    }
    boolean isPaper = subject.kind() == Kind.VLAN;
    return entry(
        subject,
        State.REMOVED,
        old,
        List.of(),
        isPaper ? Cost.NOTHING : Cost.MANUAL,
        subject.kind() == Kind.OPENSHIFT_VM && ownsDisk(subject),
        steps,
        left(subject));
  }

  private static Entry entry(
      Subject subject,
      State state,
      Side side,
      List<Change> changes,
      Cost cost,
      boolean loses,
      List<Message> steps,
      List<String> left) {
    return new Entry(
        subject,
        state,
        side.base(subject),
        where(side, subject),
        changes,
        cost,
        loses,
        steps,
        left,
        List.of());
  }

  private static Optional<String> where(Side side, Subject subject) {
    return switch (subject.kind()) {
      case MICROVM -> side.microVm(subject.name()).map(it -> it.on().toString());
      case OPENSHIFT_VM -> side.openShiftVm(subject.name()).map(it -> it.project().toString());
      case DEPLOYMENT -> side.deployment(subject.name()).map(it -> it.cluster().toString());
      case LAB, VLAN, HOST, CLUSTER, PROJECT -> Optional.empty();
    };
  }

  private static boolean isImperative(Side side, Subject subject) {
    return subject.kind() == Kind.MICROVM
        && side.microVm(subject.name()).map(it -> it.on().value().isImperative()).orElse(false);
  }

  /// A disk with a checksum is a DataVolume of its own.
  private boolean ownsDisk(Subject subject) {
    return old.openShiftVm(subject.name()).map(it -> it.disk().checksum().isEmpty()).orElse(true);
  }

  private boolean isHostKept(Subject subject) {
    return old.microVm(subject.name())
        .flatMap(it -> now.host(it.on().value().name().text()))
        .isPresent();
  }

  /// Who has the address of a VM that goes on running.
  private Optional<String> heir(Subject subject) {
    var address =
        old.microVm(subject.name()).flatMap(it -> it.nic().address()).map(it -> it.value());
    return now.lab().microVms().stream()
        .filter(it -> it.nic().address().map(ip -> ip.value()).equals(address))
        .filter(_ -> address.isPresent())
        .map(MicroVm::toString)
        .findFirst();
  }

  /// What is where it was when nothing is deployed there any more.
  private List<String> left(Subject subject) {
    var left = new ArrayList<String>();
    switch (subject.kind()) {
      case LAB, VLAN, PROJECT, CLUSTER -> {}
      case HOST ->
          old.host(subject.name()).stream()
              .map(Host::storageRoot)
              .forEach(it -> left.add(it.toString()));
      case MICROVM ->
          JustFiles.left(now.lab(), old.files().text(JustFiles.LIST).orElse("")).stream()
              .filter(it -> it.vm().equals(subject.name()))
              .forEach(it -> {
                it.paths().forEach(left::add);
                it.taps().forEach(tap -> left.add("TAP " + tap));
              });
      case DEPLOYMENT ->
          old.deployment(subject.name()).stream()
              .flatMap(it -> it.hostPaths().stream())
              .forEach(it -> left.add(it.source().toString()));
      case OPENSHIFT_VM -> left.add("PVC " + subject.name() + "-os");
    }
    return List.copyOf(left);
  }
}
