package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.OpenShiftVm.Attachment;
import dev.homelabc.schema.Property.Platform;
import dev.homelabc.value.EvictionStrategy;
import dev.homelabc.value.RunStrategy;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Binds VMs of an OpenShift project.
record OpenShiftVmBinder(Sourced<OpenShiftProject> project, Consumer<Diagnostic> report) {

  /// Empty if the VM has no usable image or disk.
  Optional<OpenShiftVm> bind(Values vm, Replicas.Replica replica) {
    PlatformCheck.check(vm, Platform.OPENSHIFT, replica.base(), project.value().name());
    var compute = Compute.of(vm);
    var disk = new RootDiskBinder(vm, project.value().namespace().value().text()).bind();
    var networks = networks(vm, replica.index());
    idle(vm, networks);
    var gpus = HardwareBinder.gpus(vm);
    return disk.map(it ->
        new OpenShiftVm(
            replica.name(),
            Origin.written(vm.place()),
            vm.one("description", String.class),
            replica.base(),
            replica.index(),
            project,
            compute,
            vm.one("preference", String.class),
            it,
            networks,
            vm.pairs("node-selector"),
            vm.one("affinity", String.class).flatMap(this::affinity),
            vm.one("cloud-init", String.class),
            vm.one("user", String.class),
            vm.the("run-strategy", RunStrategy.class),
            vm.one("eviction", EvictionStrategy.class),
            gpus,
            Vm.Port.of(vm),
            vm.flag("guest-agent")));
  }

  /// A network that could not be read may have had a range.
  private static void idle(Values vm, List<Attachment> networks) {
    int named = vm.fields().one("network").map(it -> it.arguments().size()).orElse(0);
    if (networks.size() == named && networks.stream().allMatch(it -> it.address().isEmpty())) {
      vm.idle("first", Message.of("a network with a `range`"));
      if (named > 0) {
        vm.idle("port", Message.of("a network with a `range`, or the pod network"));
      }
    }
    if (vm.fields().one("cloud-init").isEmpty()) {
      vm.idle("user", Message.of("`cloud-init`"));
    }
  }

  private Optional<Sourced<Affinity>> affinity(Sourced<String> text) {
    return Affinity.read(text.place(), report).map(it -> text.map(_ -> it));
  }

  private List<Attachment> networks(Values vm, int index) {
    var known = project.value().networks();
    var names =
        new Names<>(
            Message.of("networks of project `{0}`", project),
            known.stream().collect(Collectors.toMap(it -> it.name().text(), it -> it)),
            Set.of(),
            report);
    var own = vm.one("first", Integer.class);
    return names.resolve(vm.many("network", String.class)).stream()
        .map(network -> {
          var first = own.orElse(network.value().first());
          var range = network.value().range();
          return new Attachment(
              network, first, range.map(it -> it.value().network().plus(first.value() + index)));
        })
        .toList();
  }
}
