package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vm;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The Service by which others reach all replicas of a VM. In the pod network it finds them by
/// their labels; elsewhere Kubernetes does not know their addresses, and an EndpointSlice states
/// them.
///
/// @param selector empty where there is a slice
/// @param slice labels of the slice
/// @param endpoints of the slice, in the order of the replicas
record ServiceView(
    Sourced<Name> name,
    Sourced<Name> namespace,
    Yaml.Mapping labels,
    Optional<Yaml.Mapping> selector,
    List<Port> ports,
    Yaml.Mapping slice,
    List<Endpoint> endpoints) {
  /// @param protocol `TCP` or `UDP`
  record Port(Sourced<String> name, Sourced<String> protocol, Sourced<Integer> number) {
    private static Stream<Port> of(Vm.Port port) {
      var stated = port.range();
      var range = stated.value();
      return IntStream.rangeClosed(range.from(), range.to())
          .mapToObj(number ->
              new Port(
                  port.name().map(it -> range.isSingle() ? it.text() : it + "-" + number),
                  stated.map(it -> it.protocol().toString().toUpperCase(Locale.ROOT)),
                  stated.map(_ -> number)));
    }
  }

  record Endpoint(Sourced<Name> vm, Sourced<Sourced<Ipv4>> address) {
    private static Stream<Endpoint> of(OpenShiftVm vm) {
      return vm.networks().stream()
          .flatMap(it ->
              it
                  .address()
                  .flatMap(ip -> it.network().value().range().map(range -> range.map(_ -> ip)))
                  .map(ip -> it.first().map(_ -> ip))
                  .stream())
          .limit(1)
          .map(ip -> new Endpoint(vm.named(), ip));
    }
  }

  ServiceView {
    ports = List.copyOf(ports);
    endpoints = List.copyOf(endpoints);
  }

  /// Empty where others need no port, or the addresses are known to nobody.
  static Optional<ServiceView> of(List<OpenShiftVm> group) {
    var vm = group.getFirst();
    var endpoints = group.stream().flatMap(Endpoint::of).toList();
    boolean isInPodNetwork = vm.networks().isEmpty();
    if (vm.ports().isEmpty() || (endpoints.isEmpty() && !isInPodNetwork)) {
      return Optional.empty();
    }
    var name = vm.named().map(_ -> vm.group());
    var labels = Labels.ofGroup(vm);
    return Optional.of(
        new ServiceView(
            name,
            vm.project().value().namespace(),
            labels,
            isInPodNetwork ? Optional.of(Labels.selector(vm)) : Optional.empty(),
            vm.ports().stream().flatMap(Port::of).toList(),
            labels
                .with("kubernetes.io/service-name", name)
                .with("endpointslice.kubernetes.io/managed-by", "homelabc.dev"),
            endpoints));
  }
}
