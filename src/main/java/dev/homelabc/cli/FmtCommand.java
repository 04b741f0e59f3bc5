package dev.homelabc.cli;

import static dev.homelabc.cli.Arguments.flag;
import static dev.homelabc.cli.Arguments.isGiven;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.format.Formatter;
import dev.homelabc.golden.UnifiedDiff;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Parser;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;

final class FmtCommand implements Callable<Integer> {
  private static final Path STANDARD_INPUT = Path.of("-");

  private final Terminal terminal;

  private final OptionSpec check =
      flag("--check", "Write nothing; show what would change, and exit with 1 if anything would.");

  private final PositionalParamSpec paths =
      PositionalParamSpec.builder()
          .arity("0..*")
          .type(List.class)
          .auxiliaryTypes(Path.class)
          .paramLabel("PATH")
          .description(
              "Folders with *.lab files, or files; - reads standard input and writes standard"
                  + " output; the current folder.")
          .build();

  private final CommandSpec spec =
      Arguments.command(
              "fmt",
              this,
              "Writes labs in canonical form and prints the names of the files that change.",
              "A file with a syntax error stays as it is, and its findings are printed.")
          .addOption(check)
          .addPositional(paths);

  private FmtCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  static CommandSpec spec(Terminal terminal) {
    return new FmtCommand(terminal).spec;
  }

  @Override
  public Integer call() {
    List<Path> given = paths.getValue();
    var paths = given == null ? List.of(Path.of(".")) : given;
    if (paths.equals(List.of(STANDARD_INPUT))) {
      return formatStandardInput();
    }
    if (paths.contains(STANDARD_INPUT)) {
      throw new ParameterException(spec.commandLine(), "`-` stands alone, without other paths");
    }
    // All are read before the first is written: a wrong path changes nothing.
    var sources = new LinkedHashMap<Path, SourceFile>();
    for (var path : paths) {
      for (var file : LabFiles.files(path)) {
        sources.computeIfAbsent(file.normalize(), LabFiles::source);
      }
    }
    return format(sources);
  }

  private int format(Map<Path, SourceFile> sources) {
    var findings = new ArrayList<Diagnostic>();
    int changed = 0;
    for (var file : sources.entrySet()) {
      var source = file.getValue();
      var formatted = formatted(source, findings);
      if (formatted.isPresent() && !formatted.get().equals(source.text())) {
        changed++;
        if (isGiven(check)) {
          printDifference(source, formatted.get());
        } else {
          LabFiles.replace(file.getKey(), formatted.get());
          terminal.out().println(source.path());
        }
      }
    }
    terminal.findings(terminal.err(), findings);
    if (isGiven(check) && changed > 0) {
      terminal
          .err()
          .println(
              terminal.text(
                  Message.of(
                      "{0} of {1} files would change: run `homelabc fmt`",
                      changed, sources.size())));
      return Exit.FINDINGS;
    }
    return findings.isEmpty() ? Exit.FINE : Exit.FINDINGS;
  }

  private int formatStandardInput() {
    var source = LabFiles.source("standard input", System.in);
    var findings = new ArrayList<Diagnostic>();
    var formatted = formatted(source, findings);
    if (formatted.isEmpty()) {
      terminal.findings(terminal.err(), findings);
      return Exit.FINDINGS;
    }
    if (!isGiven(check)) {
      terminal.out().print(formatted.get());
      return Exit.FINE;
    }
    printDifference(source, formatted.get());
    return formatted.get().equals(source.text()) ? Exit.FINE : Exit.FINDINGS;
  }

  /// The canonical form of a source, unless it has syntax errors, which join the findings.
  private static Optional<String> formatted(SourceFile source, List<Diagnostic> findings) {
    var parsed = Parser.parse(source);
    findings.addAll(parsed.diagnostics());
    return parsed.diagnostics().isEmpty()
        ? Optional.of(Formatter.format(parsed))
        : Optional.empty();
  }

  private void printDifference(SourceFile source, String formatted) {
    terminal
        .out()
        .print(UnifiedDiff.between(source.path(), source.text(), source.path(), formatted));
  }
}
