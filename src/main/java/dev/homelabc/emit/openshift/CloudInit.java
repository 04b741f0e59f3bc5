package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Templates;
import dev.homelabc.emit.Yaml;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.output.Traced;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What cloud-init finds in a VM, and the Secrets that hold it.
///
/// User data stands in a Secret of the whole group, network data in the VM itself, where a reviewer
/// sees it. Network data alone is ignored, so it brings at least an empty `#cloud-config`.
///
/// @param userData inline user data; empty where a Secret holds it
/// @param networkData inline network data; empty where a Secret holds it, or where cloud-init's own
///   choice (DHCP on the only interface) is the right one
record CloudInit(
    Optional<Sourced<String>> userDataSecret,
    Optional<Yaml> userData,
    Optional<Sourced<String>> networkDataSecret,
    Optional<Yaml> networkData,
    List<SecretView> secrets) {
  /// KubeVirt's limit for inline data, in bytes. Source: its VirtualMachineInstance admitter.
  private static final int INLINE = 2048;

  private static final Yaml.Text NOTHING = new Yaml.Text("#cloud-config\n");

  private static final String DEFAULT_ACCOUNT = "admin";

  private record Network(List<Nic> nics) {}

  CloudInit {
    secrets = List.copyOf(secrets);
  }

  /// Empty where there is nothing to say.
  ///
  /// @param hasKeys whether it hands over SSH keys, which KubeVirt adds to it
  static Optional<CloudInit> of(
      OpenShiftVm vm,
      List<OpenShiftVm> group,
      List<Nic> nics,
      boolean hasKeys,
      Templates templates) {
    boolean attached = nics.stream().anyMatch(nic -> nic.nad().isPresent());
    if (vm.cloudInit().isEmpty() && !attached && !hasKeys) {
      return Optional.empty();
    }
    var secrets = new ArrayList<SecretView>();
    var user = vm.cloudInit().map(_ -> userData(vm, group));
    user.ifPresent(secrets::add);
    var text =
        attached
            ? templates.render("openshift/vms/network-data.yaml.ftl", new Network(nics))
            : Traced.plain("");
    boolean inline = attached && text.text().getBytes(StandardCharsets.UTF_8).length <= INLINE;
    var network =
        attached && !inline ? Optional.of(network(vm, text)) : Optional.<SecretView>empty();
    network.ifPresent(secrets::add);
    return Optional.of(
        new CloudInit(
            user.map(SecretView::name),
            user.isPresent() ? Optional.empty() : Optional.of(NOTHING),
            network.map(SecretView::name),
            inline ? Optional.of(new Yaml.Block(text)) : Optional.empty(),
            secrets));
  }

  /// One Secret for all replicas, unless their texts differ (by their name or address, say).
  private static SecretView userData(OpenShiftVm vm, List<OpenShiftVm> group) {
    boolean shared = group.stream().map(CloudInit::filled).distinct().count() == 1;
    var stated = vm.cloudInit().orElseThrow();
    var name = stated.map(_ -> (shared ? vm.group() : vm.name()) + "-cloudinit");
    var data = filled(vm);
    var labels = shared ? Labels.ofGroup(vm) : Labels.of(vm);
    return SecretView.of(
        name,
        vm.project().value(),
        labels,
        Yaml.mapping().with("userdata", stated.map(_ -> data.text())),
        data.asks());
  }

  private static UserData filled(OpenShiftVm vm) {
    var account = vm.user().map(Object::toString).orElse(DEFAULT_ACCOUNT);
    return UserData.of(vm.cloudInit().map(Object::toString).orElse(""), account);
  }

  private static SecretView network(OpenShiftVm vm, Traced text) {
    return SecretView.of(
        vm.named().map(it -> it + "-network"),
        vm.project().value(),
        Labels.of(vm),
        Yaml.mapping().with("networkdata", new Yaml.Block(text)),
        false);
  }
}
