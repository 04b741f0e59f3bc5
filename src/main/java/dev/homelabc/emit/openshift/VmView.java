package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.Compute;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.EvictionStrategy;
import dev.homelabc.value.Name;
import dev.homelabc.value.RunStrategy;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/// A VirtualMachine with its root disk.
///
/// @param vcpu, memory absent where the instance type gives them
/// @param memory a Kubernetes quantity
/// @param sshKeys name of the Secret that holds them
/// @param uuid, serial of the firmware
record VmView(
    Sourced<Name> name,
    Sourced<Name> namespace,
    Yaml.Mapping labels,
    Optional<Yaml.Mapping> annotations,
    Sourced<RunStrategy> runStrategy,
    Optional<Sourced<EvictionStrategy>> eviction,
    DataVolumeView disk,
    Optional<Yaml.Mapping> nodeSelector,
    Optional<Yaml> affinity,
    Optional<Sourced<Integer>> vcpu,
    Optional<Sourced<String>> memory,
    Optional<Sourced<String>> instanceType,
    Optional<Sourced<String>> preference,
    Sourced<UUID> uuid,
    Sourced<UUID> serial,
    Optional<Yaml.ListOf> gpus,
    List<Nic> nics,
    Sourced<Boolean> guestAgent,
    Optional<Sourced<String>> sshKeys,
    Optional<CloudInit> cloudInit) {
  VmView {
    nics = List.copyOf(nics);
  }

  static VmView of(
      OpenShiftVm vm,
      List<OpenShiftVm> group,
      List<Nic> nics,
      Optional<Sourced<String>> sshKeys,
      Optional<CloudInit> cloudInit) {
    var project = vm.project().value();
    return new VmView(
        vm.named(),
        project.namespace(),
        Labels.of(vm),
        annotations(vm, nics).unlessEmpty(),
        vm.runStrategy(),
        vm.eviction(),
        DataVolumeView.of(vm),
        Yaml.texts(vm.nodeSelector()).unlessEmpty(),
        Scheduling.affinity(vm, group),
        own(vm).map(Compute.Own::vcpu),
        own(vm).map(it -> it.memory().map(DataVolumeView::quantity)),
        vm.compute() instanceof Compute.InstanceType(var type)
            ? Optional.of(type)
            : Optional.empty(),
        vm.preference(),
        vm.named().map(_ -> Identity.firmware(vm)),
        vm.named().map(_ -> Identity.serial(vm)),
        gpus(vm),
        nics,
        vm.guestAgent(),
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
      addresses = addresses.with(nic.name().value().text(), nic.address().map(Yaml::text));
    }
    return Yaml.mapping()
        .with("homelabc.dev/addresses", addresses.unlessEmpty().map(Yaml::block))
        .with("kubernetes.io/description", vm.description().map(Yaml::text));
  }

  private static Optional<Yaml.ListOf> gpus(OpenShiftVm vm) {
    return vm.gpus().isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Yaml.ListOf(
                vm.gpus().stream()
                    .<Yaml>map(it ->
                        Yaml.mapping().with("name", it.name()).with("deviceName", it.resource()))
                    .toList()));
  }
}
