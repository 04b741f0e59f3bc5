package dev.homelabc.rule.identity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Node;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// Hosts and VMs are not called what means something else to those who are told of them.
public final class ReservedName implements Rule {
  /// Groups of the inventory, and each machine's name for itself.
  private static final Set<String> TAKEN =
      Set.of("all", "ungrouped", "hypervisors", "microvms", "localhost");

  private static final Code CODE =
      Code.error(
          "reserved-name",
          "A host or VM has a name that means something else.",
          "Ansible takes `all`, `ungrouped` and the groups of the inventory for many machines, and"
              + " every machine takes `localhost` for itself: what is meant for one would be done"
              + " to others.",
          Example.web("").replace("vm web", "vm all"),
          Example.web(""));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    Stream.<Node>concat(index.lab().hosts().stream(), index.lab().microVms().stream())
        .filter(node -> TAKEN.contains(node.name().text()))
        .forEach(node ->
            report.accept(
                Diagnostic.at(
                        node.origin().place(),
                        CODE,
                        Message.of("`{0}` is no name for one machine", node.name()),
                        Message.of("declared here"))
                    .help(Message.of("choose another name"))));
  }
}
