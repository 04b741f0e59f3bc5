package dev.homelabc.cli;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.plan.Plan;
import dev.homelabc.plan.PlanFormat;
import dev.homelabc.source.SourceSet;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

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

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "HEAD",
      paramLabel = "BASE",
      description =
          "The lab to start from: a commit, branch or tag, a folder or a file;"
              + " ${DEFAULT-VALUE} by default.")
  private String base = "HEAD";

  @Option(
      names = "--to",
      paramLabel = "OTHER",
      description = "The lab to come to, named in the same ways; the one that lies here.")
  private @Nullable String other;

  @Option(
      names = "--lab",
      paramLabel = "PATH",
      description =
          "Folder with *.lab files, or one file, here and in commits; the current folder.")
  private Path path = Path.of(".");

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
    var versions = new Versions(path);
    return switch (versions.find(base)) {
      case Versions.Found.Nothing nothing -> refuse(nothing);
      case Versions.Found.Version(var before, var isNew) -> {
        if (isNew) {
          say(Message.of("there is no lab in `{0}` at `{1}`: all of it is new", path, base));
        }
        yield other == null
            ? compare(before, versions.workingCopy())
            : switch (versions.find(other)) {
              case Versions.Found.Nothing nothing -> refuse(nothing);
              case Versions.Found.Version after -> compare(before, after.sources());
            };
      }
    };
  }

  private int compare(SourceSet before, SourceSet after) {
    return switch (Plan.between(before, after)) {
      case Plan.Outcome.Planned(var plan, _, _) -> {
        terminal.out().print(format.of(plan, isFull, terminal.language().get()));
        yield plan.isDestructive() ? Exit.LOSES : Exit.FINE;
      }
      case Plan.Outcome.BaseBroken(var compilation) -> {
        terminal.report(terminal.err(), compilation.report());
        say(Message.of("`{0}`, the lab to start from, has errors: nothing can be planned", base));
        yield Exit.FINDINGS;
      }
      case Plan.Outcome.LabBroken(var compilation) -> {
        terminal.report(terminal.err(), compilation.report());
        say(Message.of("the lab has errors: nothing can be planned"));
        yield Exit.FINDINGS;
      }
    };
  }

  private int refuse(Versions.Found.Nothing nothing) {
    say(Message.of("{0}: {1}", Severity.ERROR.word(), nothing.reason()));
    terminal.help(nothing.help());
    return Exit.USAGE;
  }

  private void say(Message message) {
    terminal.err().println(terminal.text(message));
  }

  /// The formats by name.
  static final class Formats extends FormatNames<PlanFormat> {
    Formats() {
      super(PlanFormat.class);
    }
  }
}
