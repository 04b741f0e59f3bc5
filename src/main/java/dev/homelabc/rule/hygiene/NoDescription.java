package dev.homelabc.rule.hygiene;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.Optional;
import java.util.function.Consumer;

/// For labs that several people keep: what has a description need not be asked about.
public final class NoDescription implements Rule {
  private static final Code CODE =
      Code.warning(
              "no-description",
              "A VLAN, host or VM has no description.",
              "A name says little to whoever takes the lab over.",
              example(""),
              example("  description \"what the lab serves\"\n"))
          .off();

  private static String example(String description) {
    return """
    lab home {
      warn no-description
    }

    vlan services {
    %s  id 20
      subnet 10.0.20.0/24
    }
    """
        .replace("%s", description);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var lab = index.lab();
    for (var it : lab.vlans()) {
      check(Message.of("VLAN `{0}`", it), it.origin(), it.description(), report);
    }
    for (var it : lab.hosts()) {
      check(Message.of("host `{0}`", it), it.origin(), it.description(), report);
    }
    for (var it : lab.microVms()) {
      check(Message.of("VM `{0}`", it), it.origin(), it.description(), report);
    }
    for (var it : lab.openShiftVms()) {
      check(Message.of("VM `{0}`", it), it.origin(), it.description(), report);
    }
  }

  private static void check(
      Message owner,
      Origin origin,
      Optional<Sourced<String>> description,
      Consumer<Diagnostic> report) {
    if (description.isEmpty()) {
      report.accept(
          Diagnostic.at(
                  origin.place(),
                  CODE,
                  Message.of("{0} has no description", owner),
                  Message.of("what is it for?"))
              .help(Message.of("add `description \"…\"`")));
    }
  }
}
