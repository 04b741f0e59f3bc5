package dev.homelabc.adopt;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Report;
import dev.homelabc.format.Formatter;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parser;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Makes a lab of what v-auto deploys from: one `config.yaml` and any number of `spec.yaml`.
///
/// The lab is written and compiled in memory, and what the compiler finds is told at the place of
/// the YAML files that it comes from. So every law holds for them, too, and nothing is handed out
/// that does not build.
public final class VAuto {
  private VAuto() {}

  public static Adoption adopt(Inputs inputs) {
    var findings = new ArrayList<Diagnostic>();
    var catalogue = Catalogue.read(inputs.config(), findings::add);
    var specs =
        inputs.specs().stream().flatMap(it -> Spec.read(it, findings::add).stream()).toList();
    var lab =
        catalogue.isEmpty() || specs.isEmpty()
            ? Optional.<String>empty()
            : compiled(inputs, catalogue.get(), specs, findings);
    return new Adoption(
        lab.filter(_ -> !hasError(findings)), Report.of(findings.stream().distinct().toList()));
  }

  /// The lab of what could be read. Where something could not, it has too little in it to say what
  /// is too much, so that only errors count.
  private static Optional<String> compiled(
      Inputs inputs, Catalogue catalogue, List<Spec> specs, List<Diagnostic> findings) {
    boolean isWhole = !hasError(findings);
    var project = Project.of(inputs, catalogue, specs, findings::add);
    var firsts = Counting.firsts(catalogue, specs, findings::add);
    var written = LabText.write(project, catalogue, specs, firsts);
    var origins = written.origins();
    var file = new SourceFile("adopted.lab", written.toString());
    Compiler.compile(SourceSet.of(file), List.of()).diagnostics().stream()
        .filter(it -> isWhole || it.isError())
        .map(it -> it.moved(origins::of))
        .forEach(findings::add);
    return hasError(findings)
        ? Optional.empty()
        : Optional.of(Formatter.format(Parser.parse(file)));
  }

  private static boolean hasError(List<Diagnostic> findings) {
    return findings.stream().anyMatch(Diagnostic::isError);
  }
}
