package dev.homelabc.cli;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.plan.Plan;
import dev.homelabc.source.SourceSet;
import java.nio.file.Path;
import java.util.Optional;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// The two labs that a command compares, as they were typed.
final class ComparedLabs {
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

  String base() {
    return base;
  }

  /// The lab to come to; empty is the one that lies here.
  Optional<String> other() {
    return Optional.ofNullable(other);
  }

  /// What becomes of the plan between them. Says what is wrong where there is none.
  ///
  /// @param use makes the exit code of a plan
  int compare(Terminal terminal, ToIntFunction<Plan.Outcome.Planned> use) {
    var versions = new Versions(path);
    return switch (versions.find(base)) {
      case Versions.Found.Nothing nothing -> refuse(terminal, nothing);
      case Versions.Found.Version(var before, var isNew) -> {
        if (isNew) {
          say(
              terminal,
              Message.of("there is no lab in `{0}` at `{1}`: all of it is new", path, base));
        }
        yield other == null
            ? compare(terminal, before, versions.workingCopy(), use)
            : switch (versions.find(other)) {
              case Versions.Found.Nothing nothing -> refuse(terminal, nothing);
              case Versions.Found.Version after -> compare(terminal, before, after.sources(), use);
            };
      }
    };
  }

  private int compare(
      Terminal terminal,
      SourceSet before,
      SourceSet after,
      ToIntFunction<Plan.Outcome.Planned> use) {
    return switch (Plan.between(before, after)) {
      case Plan.Outcome.Planned planned -> use.applyAsInt(planned);
      case Plan.Outcome.BaseBroken(var compilation) ->
          broken(
              terminal,
              compilation,
              Message.of("`{0}`, the lab to start from, has errors: nothing can be planned", base));
      case Plan.Outcome.LabBroken(var compilation) ->
          broken(terminal, compilation, Message.of("the lab has errors: nothing can be planned"));
    };
  }

  private static int broken(Terminal terminal, Compilation compilation, Message what) {
    terminal.report(terminal.err(), compilation.report());
    say(terminal, what);
    return Exit.FINDINGS;
  }

  private static int refuse(Terminal terminal, Versions.Found.Nothing nothing) {
    say(terminal, Message.of("{0}: {1}", Severity.ERROR.word(), nothing.reason()));
    terminal.help(nothing.help());
    return Exit.USAGE;
  }

  private static void say(Terminal terminal, Message message) {
    terminal.err().println(terminal.text(message));
  }
}
