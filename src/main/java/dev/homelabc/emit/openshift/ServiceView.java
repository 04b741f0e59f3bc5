package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Vm;
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
    String name,
    String namespace,
    Yaml.Mapping labels,
    Optional<Yaml.Mapping> selector,
    List<Port> ports,
    Yaml.Mapping slice,
    List<Endpoint> endpoints) {
  /// @param protocol `TCP` or `UDP`
  record Port(String name, String protocol, int number) {
    private static Stream<Port> of(Vm.Port port) {
      var range = port.range().value();
      var protocol = range.protocol().toString().toUpperCase(Locale.ROOT);
      return IntStream.rangeClosed(range.from(), range.to())
          .mapToObj(number ->
              new Port(
                  range.isSingle() ? port.name().toString() : port.name() + "-" + number,
                  protocol,
                  number));
    }
  }

  record Endpoint(String vm, String address) {}

  ServiceView {
    ports = List.copyOf(ports);
    endpoints = List.copyOf(endpoints);
  }

  /// Empty where others need no port, or the addresses are known to nobody.
  static Optional<ServiceView> of(List<OpenShiftVm> group) {
    var vm = group.getFirst();
    var endpoints =
        group.stream()
            .flatMap(it ->
                it.address().map(ip -> new Endpoint(it.name().text(), ip.toString())).stream())
            .toList();
    boolean isInPodNetwork = vm.networks().isEmpty();
    if (vm.ports().isEmpty() || (endpoints.isEmpty() && !isInPodNetwork)) {
      return Optional.empty();
    }
    var name = vm.group().text();
    var labels = Labels.ofGroup(vm);
    return Optional.of(
        new ServiceView(
            name,
            vm.project().value().namespace().value().text(),
            labels,
            isInPodNetwork ? Optional.of(Labels.selector(vm)) : Optional.empty(),
            vm.ports().stream().flatMap(Port::of).toList(),
            labels
                .with("kubernetes.io/service-name", name)
                .with("endpointslice.kubernetes.io/managed-by", "homelabc.dev"),
            endpoints));
  }
}
