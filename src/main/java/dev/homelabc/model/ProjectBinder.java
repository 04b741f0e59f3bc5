package dev.homelabc.model;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.model.OpenShiftProject.NodeLabel;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.IpAddress;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.LinkKind;
import dev.homelabc.value.Name;
import dev.homelabc.value.Reading;
import dev.homelabc.value.VlanId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Binds an OpenShift project with its networks.
final class ProjectBinder {
  /// The bridge of OVN-Kubernetes on every node. It is no Linux bridge: VMs reach it as a localnet.
  private static final String OVN_BRIDGE = "br-ex";

  private ProjectBinder() {}

  static Optional<OpenShiftProject> bind(Values values, Name name, Names<Vlan> vlans) {
    return Optional.of(
        new OpenShiftProject(
            name,
            Origin.written(values.place()),
            values.one("description", String.class),
            values.the("namespace", Name.class),
            values.one("storage-class", String.class),
            networks(values, vlans),
            nodeLabels(values),
            values.many("image-mirror", String.class),
            values.fields().one("argo-cd").flatMap(it -> argoCd(values.in(it)))));
  }

  private static Optional<OpenShiftProject.ArgoCd> argoCd(Values argo) {
    return argo.required("repository", String.class, "repository https://git.example.com/lab.git")
        .map(repository ->
            new OpenShiftProject.ArgoCd(
                repository,
                argo.the("revision", String.class),
                argo.the("path", String.class),
                argo.the("namespace", Name.class),
                argo.the("project", String.class)));
  }

  private static List<NodeLabel> nodeLabels(Values project) {
    var labels = new ArrayList<NodeLabel>();
    for (var entry : project.fields().all("node-label")) {
      var values =
          IntStream.range(1, entry.arguments().size())
              .mapToObj(i -> project.argument(entry, i, String.class))
              .flatMap(Optional::stream)
              .toList();
      project
          .argument(entry, 0, String.class)
          .ifPresent(key -> labels.add(new NodeLabel(key, values)));
    }
    return labels;
  }

  private static List<OpenShiftProject.Network> networks(Values project, Names<Vlan> vlans) {
    var networks = new ArrayList<OpenShiftProject.Network>();
    for (var entry : project.fields().all("network")) {
      var values = project.in(entry);
      var name = project.argument(entry, 0, Name.class);
      // A network that says too little, which is reported, keeps its name for the VMs.
      var vlan = vlan(values, vlans);
      var link =
          link(values, vlan.isPresent()).orElse(new Link.Existing(values.byDefault("none/none")));
      if (name.isPresent()) {
        networks.add(
            new OpenShiftProject.Network(
                name.get().value(),
                name.get().origin(),
                link,
                vlan.flatMap(Vlan::tag).or(() -> vlanId(values)),
                values.one("mtu", Integer.class).or(() -> vlan.flatMap(Vlan::mtu)),
                values.one("range", Cidr.class).or(() -> vlan.map(Vlan::subnet)),
                values.one("gateway", Ipv4.class).or(() -> vlan.flatMap(Vlan::gateway)),
                values.many("dns", IpAddress.class),
                values.the("first", Integer.class)));
      }
    }
    return networks;
  }

  /// The VLAN of the lab that a network is in, where it names one.
  private static Optional<Vlan> vlan(Values network, Names<Vlan> vlans) {
    return network
        .one("vlan", String.class)
        .filter(it -> !isNumber(it.value()))
        .flatMap(vlans::resolve)
        .map(Sourced::value);
  }

  private static Optional<Sourced<VlanId>> vlanId(Values network) {
    var number = network.one("vlan", String.class).filter(it -> isNumber(it.value()));
    return number.flatMap(it ->
        switch (VlanId.read(it.value())) {
          case Reading.Good<VlanId>(var id) -> Optional.of(it.map(_ -> id));
          case Reading.Bad<VlanId>(var code, var message, _, _) -> {
            network
                .report()
                .accept(
                    Diagnostic.at(
                        it.place(),
                        code,
                        message,
                        Message.of("expected {0}", Message.of("a VLAN id"))));
            yield Optional.empty();
          }
        });
  }

  private static boolean isNumber(String text) {
    return text.chars().allMatch(Character::isDigit);
  }

  private static Optional<Link> link(Values network, boolean isInVlan) {
    var bridge = network.one("bridge", InterfaceName.class).map(it -> it.map(InterfaceName::text));
    var stated = network.one("kind", LinkKind.class);
    var kind = stated.map(Sourced::value);
    if (kind.isEmpty()) {
      kind =
          bridge.map(
              it -> it.value().equals(OVN_BRIDGE) ? LinkKind.LOCALNET : LinkKind.LINUX_BRIDGE);
    }
    if (kind.isEmpty()) {
      network.missing("kind", "kind linux-bridge");
      return Optional.empty();
    }
    idle(network, kind.get(), isInVlan);
    return switch (kind.get()) {
      case LINUX_BRIDGE -> {
        if (bridge.isEmpty()) {
          network.missing("bridge", "bridge br-mgmt");
        }
        var origin = stated.map(Sourced::origin).orElse(network.byDefault(kind).origin());
        yield bridge.map(it -> new Link.LinuxBridge(it, origin));
      }
      case LOCALNET -> {
        var physical =
            network
                .one("physical", String.class)
                .or(() -> bridge.map(it -> it.map(text -> text + "-physnet")));
        if (physical.isEmpty()) {
          network.missing("physical", "physical br-ex-physnet");
        }
        yield physical.map(Link.Localnet::new);
      }
      case LAYER2 -> Optional.of(new Link.Layer2());
      case EXISTING ->
          network.required("nad", String.class, "nad web/default").map(Link.Existing::new);
    };
  }

  /// Reports what a network of a kind makes nothing of.
  private static void idle(Values network, LinkKind kind, boolean isInVlan) {
    boolean isLocalnet = kind == LinkKind.LOCALNET;
    boolean isOnBridge = isLocalnet || kind == LinkKind.LINUX_BRIDGE;
    if (!isOnBridge) {
      var needs = Message.of("`kind linux-bridge` or `kind localnet`");
      network.idle("bridge", needs);
      network.idle("vlan", needs);
    }
    if (!isLocalnet) {
      network.idle("physical", Message.of("`kind localnet`"));
    } else if (!network.fields().one("kind").isEmpty()
        && !network.fields().one("physical").isEmpty()) {
      network.idle("bridge", Message.of("`physical` to be left out"));
    }
    if (kind == LinkKind.EXISTING) {
      network.idle("mtu", Message.of("a network that is made here"));
    } else {
      network.idle("nad", Message.of("`kind existing`"));
    }
    if (!isInVlan
        && network.fields().one("range").isEmpty()
        && !network.fields().spoilt().contains("range")) {
      for (var property : List.of("gateway", "dns", "first")) {
        network.idle(property, Message.of("`range`"));
      }
    }
  }
}
