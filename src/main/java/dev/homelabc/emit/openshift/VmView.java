package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.Compute;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Sourced;
import java.util.List;
import java.util.Optional;

/// A VirtualMachine with its root disk.
///
/// @param vcpu, memory absent where the instance type gives them
/// @param memory a Kubernetes quantity
/// @param sshKeys name of the Secret that holds them
/// @param uuid, serial of the firmware
record VmView(
    String name,
    String namespace,
    Yaml.Mapping labels,
    Optional<Yaml.Mapping> annotations,
    String runStrategy,
    Optional<String> eviction,
    DataVolumeView disk,
    Optional<Yaml.Mapping> nodeSelector,
    Optional<Yaml.Mapping> affinity,
    Optional<Integer> vcpu,
    Optional<String> memory,
    Optional<String> instanceType,
    Optional<String> preference,
    String uuid,
    String serial,
    Optional<Yaml.ListOf> gpus,
    List<Nic> nics,
    boolean guestAgent,
    Optional<String> sshKeys,
    Optional<CloudInit> cloudInit) {
  VmView {
    nics = List.copyOf(nics);
  }

  static VmView of(
      OpenShiftVm vm,
      List<OpenShiftVm> group,
      List<Nic> nics,
      Optional<String> sshKeys,
      Optional<CloudInit> cloudInit) {
    var project = vm.project().value();
    return new VmView(
        vm.name().text(),
        project.namespace().value().text(),
        Labels.of(vm),
        annotations(vm, nics).unlessEmpty(),
        vm.runStrategy().toString(),
        vm.eviction().map(Sourced::toString),
        DataVolumeView.of(vm),
        Yaml.texts(vm.nodeSelector()).unlessEmpty(),
        Scheduling.affinity(vm, group),
        own(vm).map(it -> it.vcpu().value()),
        own(vm).map(it -> DataVolumeView.quantity(it.memory().value())),
        vm.compute() instanceof Compute.InstanceType(var type)
            ? Optional.of(type.value())
            : Optional.empty(),
        vm.preference().map(Sourced::value),
        Identity.firmware(vm).toString(),
        Identity.serial(vm).toString(),
        gpus(vm),
        nics,
        vm.guestAgent().value(),
        sshKeys,
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

  private static Optional<Yaml.ListOf> gpus(OpenShiftVm vm) {
    return vm.gpus().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Yaml.ListOf(
                vm.gpus().stream()
                    .<Yaml>map(it ->
                        Yaml.mapping()
                            .with("name", it.name().value())
                            .with("deviceName", it.resource().value()))
                    .toList()));
  }
}
