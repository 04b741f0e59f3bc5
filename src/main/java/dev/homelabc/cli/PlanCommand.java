package dev.homelabc.cli;

import dev.homelabc.plan.PlanFormat;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

@Command(
    name = "plan",
    mixinStandardHelpOptions = true,
    description = {
      "Says what a change of the lab does to what runs: which VMs restart, which networks reload,"
          + " what is to be done by hand, and what is lost.",
      "Nothing is written, and no machine is asked: it compares two labs, by default the one that"
          + " lies here with the one of the last commit."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:no data is lost",
      "1:one of the two labs has errors",
      "2:there is no such lab or commit",
      "3:data is lost"
    })
final class PlanCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Mixin private ComparedLabs labs = new ComparedLabs();

  @Option(
      names = "--full",
      description =
          "Show all of it: what costs nothing, why each thing costs what it does, long values, all"
              + " names, and the files that differ.")
  private boolean isFull;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      completionCandidates = Formats.class,
      converter = Formats.class,
      description =
          "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default. markdown is for a comment"
              + " on a pull request.")
  private PlanFormat format = PlanFormat.TEXT;

  PlanCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    return labs.compare(
        terminal,
        planned -> {
          var plan = planned.plan();
          terminal.out().print(format.of(plan, isFull, terminal.language().get()));
          return plan.isDestructive() ? Exit.LOSES : Exit.FINE;
        });
  }

  /// The formats by name.
  static final class Formats extends FormatNames<PlanFormat> {
    Formats() {
      super(PlanFormat.class);
    }
  }
}
