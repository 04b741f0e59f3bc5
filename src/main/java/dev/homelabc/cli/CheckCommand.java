package dev.homelabc.cli;

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
import java.util.Objects;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "check",
    mixinStandardHelpOptions = true,
    description = "Reports every finding of a lab and, unless told to fix, writes nothing.")
final class CheckCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--fix",
      description = {
        "Change the files where it is sure what was meant, and report what remains.",
        "Comments and line ends stay, and so do files that are imported from elsewhere."
      })
  private boolean isFixing;

  @Option(
      names = "--dry-run",
      description =
          "With --fix: write nothing, and print a patch instead; exit with 1 if it changes"
              + " anything.")
  private boolean isDryRun;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      completionCandidates = Formats.class,
      converter = Formats.class,
      description = "How to print findings: ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private Format format = Format.TEXT;

  @Option(names = "--strict", description = "Fail where there are warnings, too.")
  private boolean isStrict;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "PATH",
      description = "Folder with *.lab files, or one file; the current folder.")
  private Path path = Path.of(".");

  @Option(
      names = "--locked",
      description = "Fail where a build would have to change `homelab.lock`; for CI.")
  private boolean isLocked;

  CheckCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (isDryRun && !isFixing) {
      throw wrong("`--dry-run` goes with `--fix`");
    }
    if (isDryRun && format != Format.TEXT) {
      throw wrong("`--dry-run` prints a patch, which has no `--format`");
    }
    try (var progress = Progress.of(terminal, "checking")) {
      var files = LabFiles.files(path);
      var read = LabFiles.read(files);
      var sources = isLocked ? read.locked() : read;
      if (!isFixing) {
        return report(sources, Compiler.compile(sources, List.of()).report());
      }
      progress.now("fixing");
      var fixed = Fixer.fix(sources);
      return isDryRun ? show(sources, fixed) : write(files, sources, fixed);
    }
  }

  private ParameterException wrong(String message) {
    return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
  }

  private int report(SourceSet sources, Report found) {
    var report = found.strict(isStrict);
    if (format == Format.TEXT) {
      show(sources, report);
    } else {
      terminal.out().print(format.of(report, terminal.language().get()));
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
          var to = format == Format.TEXT ? terminal.out() : terminal.err();
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
    var report = fixed.report().strict(isStrict);
    terminal.report(terminal.err(), report);
    boolean isClean = fixed.counts().isEmpty() && !report.fails();
    return isClean ? Exit.FINE : Exit.FINDINGS;
  }

  /// The formats by name.
  static final class Formats extends FormatNames<Format> {
    Formats() {
      super(Format.class);
    }
  }
}
