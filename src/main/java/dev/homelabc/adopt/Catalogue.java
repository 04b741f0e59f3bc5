package dev.homelabc.adopt;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// `config.yaml` of v-auto: the networks that a project has.
///
/// @param start where the file begins
record Catalogue(
    Place start,
    Optional<Given<String>> project,
    Optional<Given<String>> namespace,
    Optional<Given<String>> storageClass,
    List<Network> networks) {
  private static final List<String> FIELDS =
      List.of("project", "namespace", "storage_class", "networks");

  private static final List<String> NETWORK = List.of("bridge", "vlan", "mtu", "ipam");

  private static final List<String> IPAM = List.of("range", "gateway", "dns");

  /// OVN-Kubernetes' own bridge on every node: Open vSwitch, whatever v-auto takes it for.
  private static final String OVN_BRIDGE = "br-ex";

  /// @param range without one its VMs ask for their addresses by DHCP
  record Network(
      Given<String> name,
      Given<String> bridge,
      Optional<Given<String>> vlan,
      Optional<Given<String>> mtu,
      Optional<Given<String>> range,
      Optional<Given<String>> gateway,
      List<Given<String>> dns) {
    boolean isLocalnet() {
      return bridge.value().equals(OVN_BRIDGE);
    }
  }

  /// Empty if the file cannot be read, which is then reported.
  static Optional<Catalogue> read(SourceFile config, Consumer<Diagnostic> report) {
    return YamlFile.read(config, report)
        .map(file -> {
          var fields = new Fields(file, Message.of("a config"), FIELDS, report);
          return new Catalogue(
              config.at(Span.at(0)),
              fields.text("project"),
              fields.text("namespace"),
              fields.text("storage_class"),
              fields.groups("networks", it -> Message.of("network `{0}`", it), NETWORK).stream()
                  .map(it -> network(it.getKey(), it.getValue(), report))
                  .toList());
        });
  }

  private static Network network(Given<String> name, Fields fields, Consumer<Diagnostic> report) {
    var ipam = fields.fields("ipam", IPAM);
    ipam.filter(it -> !it.has("range"))
        .ifPresent(it -> {
          it.idle("gateway", Message.of("`range`"));
          it.idle("dns", Message.of("`range`"));
        });
    var pool = ipam.filter(it -> it.has("range"));
    var network =
        new Network(
            name,
            fields.required("bridge", "br-mgmt", fields.text("bridge"), "br0"),
            fields.text("vlan"),
            fields.text("mtu"),
            pool.flatMap(it -> it.text("range")),
            pool.flatMap(it -> it.text("gateway")),
            pool.map(it -> it.oneOrMore("dns")).orElse(List.of()));
    if (network.isLocalnet()) {
      report.accept(localnet(network));
    }
    return network;
  }

  private static Diagnostic localnet(Network network) {
    return Diagnostic.at(
            network.bridge().place(),
            AdoptCodes.OVN_BRIDGE,
            Message.of(
                "network `{0}` becomes a localnet, because `{1}` is a bridge of Open vSwitch",
                network.name(), network.bridge()),
            Message.of("no Linux bridge"))
        .help(
            Message.of(
                "the nodes need a bridge mapping with the localnet `{0}`; `physical NAME` in the"
                    + " lab names another",
                network.bridge() + "-physnet"));
  }
}
