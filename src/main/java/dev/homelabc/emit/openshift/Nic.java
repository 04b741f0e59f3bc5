package dev.homelabc.emit.openshift;

import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.model.OpenShiftProject.Network;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.IpAddress;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// A network interface of a VM, as KubeVirt and as the guest see it.
///
/// @param guestName the guest's name for it
/// @param binding KubeVirt's: `bridge`, or `masquerade` on the pod network, where a VM with
///   `bridge` could not migrate
/// @param nad the NetworkAttachmentDefinition as `NAMESPACE/NAME`; empty is the pod network
/// @param address with its prefix length; empty is DHCP
/// @param metric the DHCP default route's metric where there is a better one
record Nic(
    Sourced<Name> name,
    Sourced<String> guestName,
    Sourced<String> mac,
    Sourced<String> binding,
    Optional<Sourced<String>> nad,
    Optional<Sourced<Sourced<String>>> address,
    Optional<Sourced<Ipv4>> gateway,
    List<Sourced<IpAddress>> dns,
    Optional<Sourced<Integer>> metric) {
  /// systemd-networkd's and NetworkManager's own metric is about 100; static routes have less.
  private static final int SECOND_CHOICE = 500;

  Nic {
    dns = List.copyOf(dns);
  }

  /// The interfaces in the order of the lab; the pod network where the VM names none.
  static List<Nic> of(Lab lab, OpenShiftVm vm) {
    if (vm.networks().isEmpty()) {
      return List.of(pod(vm));
    }
    var router =
        vm.networks().stream()
            .filter(it -> it.address().isPresent())
            .map(it -> it.network().value())
            .filter(it -> it.gateway().isPresent())
            .findFirst();
    var nics = new ArrayList<Nic>();
    int worse = router.isPresent() ? 1 : 0;
    for (var attachment : vm.networks()) {
      var network = attachment.network().value();
      boolean fixed = attachment.address().isPresent();
      var dns = network.dns().isEmpty() ? lab.dns() : network.dns();
      int metric = metric(worse);
      var from = attachment.network();
      var guestName = "nic" + nics.size();
      nics.add(
          new Nic(
              from.map(Network::name),
              from.map(_ -> guestName),
              from.map(it -> Identity.mac(vm, it.name().text())),
              from.map(_ -> "bridge"),
              Optional.of(from.map(it -> nad(vm, it))),
              attachment.address().map(ip -> attachment.first().map(_ -> range(network, ip))),
              router.filter(network::equals).flatMap(Network::gateway),
              fixed ? dns : List.of(),
              fixed || worse == 0 ? Optional.empty() : Optional.of(from.map(_ -> metric))));
      worse += fixed ? 0 : 1;
    }
    return nics;
  }

  private static int metric(int worse) {
    return SECOND_CHOICE + 100 * (worse - 1);
  }

  private static Nic pod(OpenShiftVm vm) {
    var name = vm.named();
    return new Nic(
        name.map(_ -> new Name("default")),
        name.map(_ -> "nic0"),
        name.map(_ -> Identity.mac(vm, "default")),
        name.map(_ -> "masquerade"),
        Optional.empty(),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        Optional.empty());
  }

  private static String nad(OpenShiftVm vm, Network network) {
    return switch (network.link()) {
      case Link.Existing(var nad) -> nad.value();
      case Link.LinuxBridge _, Link.Localnet _, Link.Layer2 _ ->
          vm.project().value().namespace() + "/" + network.name();
    };
  }

  private static Sourced<String> range(Network network, Ipv4 address) {
    return network.range().orElseThrow().map(it -> address + "/" + it.prefix());
  }
}
