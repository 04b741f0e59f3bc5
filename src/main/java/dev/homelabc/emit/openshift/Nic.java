package dev.homelabc.emit.openshift;

import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.model.OpenShiftProject.Network;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.IpAddress;
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
    String name,
    String guestName,
    String mac,
    String binding,
    Optional<String> nad,
    Optional<String> address,
    Optional<String> gateway,
    List<String> dns,
    Optional<Integer> metric) {
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
      var metric = fixed || worse == 0 ? Optional.<Integer>empty() : Optional.of(metric(worse));
      nics.add(
          new Nic(
              network.name().text(),
              "nic" + nics.size(),
              Identity.mac(vm, network.name().text()),
              "bridge",
              Optional.of(nad(vm, network)),
              attachment.address().map(it -> it + "/" + prefix(network)),
              router.filter(network::equals).flatMap(Network::gateway).map(Sourced::toString),
              fixed ? texts(dns) : List.of(),
              metric));
      worse += fixed ? 0 : 1;
    }
    return nics;
  }

  private static int metric(int worse) {
    return SECOND_CHOICE + 100 * (worse - 1);
  }

  private static Nic pod(OpenShiftVm vm) {
    return new Nic(
        "default",
        "nic0",
        Identity.mac(vm, "default"),
        "masquerade",
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

  private static int prefix(Network network) {
    return network.range().orElseThrow().value().prefix();
  }

  private static List<String> texts(List<Sourced<IpAddress>> addresses) {
    return addresses.stream().map(Sourced::toString).toList();
  }
}
