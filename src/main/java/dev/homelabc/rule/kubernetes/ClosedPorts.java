package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.PortRange;
import dev.homelabc.value.PortRange.Protocol;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// What the two laws about the firewalls of nodes have in common. A host that is a node needs no
/// `port`: its module opens them all.
final class ClosedPorts {
  /// A port that other machines need on a node, by the name that the lab would give it.
  record Need(String name, PortRange range) {
    static Need of(String name, int from, int to) {
      return new Need(name, new PortRange(from, to, Protocol.TCP));
    }
  }

  private ClosedPorts() {}

  /// A finding if the node's firewall keeps some of these closed. A module, and Nix code that
  /// speaks of the firewall, may open them, which the lab cannot know.
  static Optional<Diagnostic> finding(VmNode node, Code code, List<Need> needs) {
    var vm = node.vm();
    if (!vm.modules().isEmpty()
        || vm.nix().stream().anyMatch(it -> it.value().contains("firewall"))) {
      return Optional.empty();
    }
    var open = open(node);
    var closed =
        needs.stream()
            .filter(it -> open.nextClearBit(it.range().from()) <= it.range().to())
            .toList();
    if (closed.isEmpty()) {
      return Optional.empty();
    }
    var ports = closed.stream().map(it -> "`" + it.range() + "`").collect(Collectors.joining(", "));
    var lines =
        closed.stream().map(it -> "port " + unused(node, it.name()) + " " + it.range()).toList();
    var add = Message.of("add `{0}`", String.join("; ", lines));
    var finding =
        Diagnostic.at(
                vm.origin().place(),
                code,
                Message.of("the firewall of `{0}` closes ports that a node needs: {1}", vm, ports),
                Message.of("opens none of them"))
            .also(node.named(), node.role());
    return Optional.of(
        node.adding(add, lines).map(finding::fix).orElseGet(() -> finding.help(add)));
  }

  /// The TCP ports that the VM opens: of several side by side it may be said in parts.
  private static BitSet open(VmNode node) {
    var open = new BitSet();
    node.vm().ports().stream()
        .map(it -> it.range().value())
        .filter(it -> it.protocol() == Protocol.TCP)
        .forEach(it -> open.set(it.from(), it.to() + 1));
    return open;
  }

  private static String unused(VmNode node, String name) {
    boolean isTaken =
        node.vm().ports().stream().anyMatch(it -> it.name().value().text().equals(name));
    return isTaken ? "kube-" + name : name;
  }
}
