package dev.homelabc.cli;

import static dev.homelabc.cli.Arguments.flag;
import static dev.homelabc.cli.Arguments.isGiven;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.compiler.Fixed;
import dev.homelabc.compiler.Fixer;
import dev.homelabc.diagnostic.Format;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Report;
import dev.homelabc.golden.UnifiedDiff;
import dev.homelabc.source.SourceSet;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  private final OptionSpec fix =
      flag(
          "--fix",
          "Change the files where it is sure what was meant, and report what remains.",
          "Comments and line ends stay, and so do files that are imported from elsewhere.");

  private final OptionSpec dryRun =
      flag(
          "--dry-run",
          "With --fix: write nothing, and print a patch instead; exit with 1 if it changes"
              + " anything.");

  private final OptionSpec format =
      OptionSpec.builder("--format")
          .type(Format.class)
          .paramLabel("FORMAT")
          .defaultValue("text")
          .completionCandidates(new Formats())
          .converters(new Formats())
          .description(
              "How to print findings: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
          .build();

  private final OptionSpec strict = flag("--strict", "Fail where there are warnings, too.");

  private final OptionSpec locked =
      flag("--locked", "Fail where a build would have to change `homelab.lock`; for CI.");

  private final PositionalParamSpec path = Arguments.lab();

  private final CommandSpec spec =
      Arguments.command(
              "check",
              this,
              "Reports every finding of a lab and, unless told to fix, writes nothing.")
          .addOption(fix)
          .addOption(dryRun)
          .addOption(format)
          .addOption(strict)
          .addOption(locked)
          .addPositional(path);

  private CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  static CommandSpec spec(Terminal terminal) {
    return new CheckCommand(terminal).spec;
  }

  @Override
  public Integer call() {
    if (isGiven(dryRun) && !isGiven(fix)) {
      throw wrong("`--dry-run` goes with `--fix`");
    }
    if (isGiven(dryRun) && format() != Format.TEXT) {
      throw wrong("`--dry-run` prints a patch, which has no `--format`");
    }
    try (var progress = Progress.of(terminal, "checking")) {
      var files = LabFiles.files(Arguments.path(path));
      var read = LabFiles.read(files);
      var sources = isGiven(locked) ? read.locked() : read;
      if (!isGiven(fix)) {
        return report(sources, Compiler.compile(sources, List.of()).report());
      }
      progress.now("fixing");
      var fixed = Fixer.fix(sources);
      return isGiven(dryRun) ? show(sources, fixed) : write(files, sources, fixed);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(spec.commandLine(), message);
  }

  private int report(SourceSet sources, Report found) {
    var report = found.strict(isGiven(strict));
    if (format() == Format.TEXT) {
      show(sources, report);
    } else {
      terminal.out().print(format().of(report, terminal.language().get()));
    }
    return report.fails() ? Exit.FINDINGS : Exit.FINE;
  }

  private void show(SourceSet sources, Report report) {
    terminal.report(terminal.out(), report);
    if (report.findings().isEmpty()) {
      int files = sources.files().size();
      var none =
          files == 1
              ? Message.of("no findings in {0} file", files)
              : Message.of("no findings in {0} files", files);
      terminal
          .out()
          .println(terminal.text(none) + terminal.allowed(report).map(it -> ", " + it).orElse(""));
    }
  }

  private int write(List<Path> files, SourceSet sources, Fixed fixed) {
    for (int i = 0; i < files.size(); i++) {
      var now = fixed.sources().files().get(i).text();
      if (!now.equals(sources.files().get(i).text())) {
        LabFiles.replace(files.get(i), now);
      }
    }
    fixed
        .counts()
        .forEach((file, count) -> {
          var done =
              count == 1
                  ? Message.of("fixed {0} finding in {1}", count, file)
                  : Message.of("fixed {0} findings in {1}", count, file);
          // A report alone goes to the output, so that a program can read it.
          var to = format() == Format.TEXT ? terminal.out() : terminal.err();
          to.println(terminal.text(done));
        });
    return report(sources, fixed.report());
  }

  /// The patch alone goes to the output, so that it can be piped.
  private int show(SourceSet sources, Fixed fixed) {
    for (int i = 0; i < sources.files().size(); i++) {
      var before = sources.files().get(i);
      var after = fixed.sources().files().get(i);
      terminal.out().print(UnifiedDiff.patch(before.path(), before.text(), after.text()));
    }
    fixed
        .counts()
        .forEach((file, count) -> {
          var todo =
              count == 1
                  ? Message.of("{0} finding in {1} can be fixed", count, file)
                  : Message.of("{0} findings in {1} can be fixed", count, file);
          terminal.err().println(terminal.text(todo));
        });
    var report = fixed.report().strict(isGiven(strict));
    terminal.report(terminal.err(), report);
    boolean isClean = fixed.counts().isEmpty() && !report.fails();
    return isClean ? Exit.FINE : Exit.FINDINGS;
  }

  private Format format() {
    return format.getValue();
  }

  /// The formats by name.
  static final class Formats extends FormatNames<Format> {
    Formats() {
      super(Format.class);
    }
  }
}
