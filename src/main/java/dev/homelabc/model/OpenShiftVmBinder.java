package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.OpenShiftVm.Attachment;
import dev.homelabc.model.OpenShiftVm.Image;
import dev.homelabc.schema.Property.Platform;
import dev.homelabc.value.RunStrategy;
import dev.homelabc.value.Size;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/// Binds VMs of an OpenShift project.
record OpenShiftVmBinder(Sourced<OpenShiftProject> project, Consumer<Diagnostic> report) {

  /// Empty if the VM has no usable image or disk.
  Optional<OpenShiftVm> bind(Values vm, Replicas.Replica replica) {
    PlatformCheck.check(vm, Platform.OPENSHIFT);
    var compute = Compute.of(vm);
    var image = image(vm);
    var disk = vm.required("disk", Size.class, "disk 40GiB");
    var networks = networks(vm, replica.index());
    idle(vm, networks);
    HardwareBinder.checkProject(vm);
    if (image.isEmpty() || disk.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new OpenShiftVm(
            replica.name(),
            Origin.written(vm.place()),
            vm.one("description", String.class),
            replica.base(),
            replica.index(),
            project,
            compute,
            vm.one("preference", String.class),
            image.get(),
            disk.get(),
            vm.one("storage-class", String.class),
            networks,
            vm.pairs("node-selector"),
            vm.one("affinity", String.class).flatMap(this::affinity),
            vm.one("cloud-init", String.class),
            vm.one("user", String.class),
            vm.the("run-strategy", RunStrategy.class)));
  }

  /// A network that could not be read may have had a range.
  private static void idle(Values vm, List<Attachment> networks) {
    int named = vm.fields().one("network").map(it -> it.arguments().size()).orElse(0);
    if (networks.size() == named && networks.stream().allMatch(it -> it.address().isEmpty())) {
      vm.idle("first", Message.of("a network with a `range`"));
    }
    if (vm.fields().one("cloud-init").isEmpty()) {
      vm.idle("user", Message.of("`cloud-init`"));
    }
  }

  private Optional<Sourced<Affinity>> affinity(Sourced<String> text) {
    return Affinity.read(text.place(), report).map(it -> text.map(_ -> it));
  }

  private static Optional<Sourced<Image>> image(Values vm) {
    var entry = vm.fields().one("image");
    if (entry.isEmpty()) {
      vm.missing("image", "image https://images.example.com/rhel.qcow2");
      return Optional.empty();
    }
    if (entry.get().arguments().size() == 1) {
      return vm.argument(entry.get(), 0, String.class).map(it -> it.map(Image.Url::new));
    }
    var kind = vm.argument(entry.get(), 0, String.class);
    if (kind.isPresent() && !kind.get().value().equals("registry")) {
      vm.report().accept(Unwritten.finding(kind.get().place(), "image " + kind.get().value()));
    }
    return vm.argument(entry.get(), 1, String.class).map(it -> it.map(Image.Registry::new));
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
