package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.Compute;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.OpenShiftVm.Image;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Size;
import java.util.List;
import java.util.Optional;

/// A VirtualMachine with its root disk.
///
/// @param disk name of the disk's DataVolume and PVC
/// @param source where the disk is copied from
/// @param vcpu, memory absent where the instance type gives them
/// @param memory, size Kubernetes quantities
/// @param uuid, serial of the firmware
record VmView(
    String name,
    String namespace,
    Yaml.Mapping labels,
    Optional<Yaml.Mapping> annotations,
    String runStrategy,
    String disk,
    Yaml.Mapping source,
    Optional<String> storageClass,
    String size,
    Optional<Yaml.Mapping> nodeSelector,
    Optional<Yaml.Mapping> affinity,
    Optional<Integer> vcpu,
    Optional<String> memory,
    Optional<String> instanceType,
    Optional<String> preference,
    String uuid,
    String serial,
    List<Nic> nics,
    Optional<CloudInit> cloudInit) {
  VmView {
    nics = List.copyOf(nics);
  }

  static VmView of(
      OpenShiftVm vm, List<OpenShiftVm> group, List<Nic> nics, Optional<CloudInit> cloudInit) {
    var project = vm.project().value();
    return new VmView(
        vm.name().text(),
        project.namespace().value().text(),
        Labels.of(vm),
        annotations(vm, nics).unlessEmpty(),
        vm.runStrategy().toString(),
        vm.name() + "-os",
        source(vm.image().value()),
        storageClass(vm, project),
        quantity(vm.disk().value()),
        Yaml.texts(vm.nodeSelector()).unlessEmpty(),
        Scheduling.affinity(vm, group),
        own(vm).map(it -> it.vcpu().value()),
        own(vm).map(it -> quantity(it.memory().value())),
        vm.compute() instanceof Compute.InstanceType(var type)
            ? Optional.of(type.value())
            : Optional.empty(),
        vm.preference().map(Sourced::value),
        Identity.firmware(vm).toString(),
        Identity.serial(vm).toString(),
        nics,
        cloudInit);
  }

  private static Optional<Compute.Own> own(OpenShiftVm vm) {
    return vm.compute() instanceof Compute.Own own ? Optional.of(own) : Optional.empty();
  }

  /// The fixed addresses, for people and tools: without a guest agent the cluster cannot know them.
  private static Yaml.Mapping annotations(OpenShiftVm vm, List<Nic> nics) {
    var addresses = Yaml.mapping();
    for (var nic : nics) {
      addresses = addresses.with(nic.name(), nic.address().map(Yaml.Text::new));
    }
    return Yaml.mapping()
        .with("homelabc.dev/addresses", addresses.unlessEmpty().map(it -> new Yaml.Text(it.json())))
        .with("kubernetes.io/description", vm.description().map(it -> new Yaml.Text(it.value())));
  }

  private static Yaml.Mapping source(Image image) {
    return switch (image) {
      case Image.Url(var url) -> Yaml.mapping().with("http", Yaml.mapping().with("url", url));
      case Image.Registry(var reference) ->
          Yaml.mapping().with("registry", Yaml.mapping().with("url", "docker://" + reference));
    };
  }

  private static Optional<String> storageClass(OpenShiftVm vm, OpenShiftProject project) {
    return vm.storageClass().or(project::storageClass).map(Sourced::value);
  }

  /// In the largest binary unit that divides it: `40Gi`.
  static String quantity(Size size) {
    return size.toString().replace("iB", "i");
  }
}
