package dev.homelabc.cli;

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
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "fmt",
    mixinStandardHelpOptions = true,
    description = {
      "Writes labs in canonical form and prints the names of the files that change.",
      "A file with a syntax error stays as it is, and its findings are printed."
    })
final class FmtCommand implements Callable<Integer> {
  private static final Path STANDARD_INPUT = Path.of("-");

  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Option(
      names = "--check",
      description = "Write nothing; show what would change, and exit with 1 if anything would.")
  private boolean isCheck;

  @Parameters(
      arity = "0..*",
      paramLabel = "PATH",
      description =
          "Folders with *.lab files, or files; - reads standard input and writes standard output;"
              + " the current folder.")
  private List<Path> paths = List.of(Path.of("."));

  FmtCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (paths.equals(List.of(STANDARD_INPUT))) {
      return formatStandardInput();
    }
    if (paths.contains(STANDARD_INPUT) && spec != null) {
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
        if (isCheck) {
          printDifference(source, formatted.get());
        } else {
          LabFiles.replace(file.getKey(), formatted.get());
          terminal.out().println(source.path());
        }
      }
    }
    terminal.findings(terminal.err(), findings);
    if (isCheck && changed > 0) {
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
    if (!isCheck) {
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
