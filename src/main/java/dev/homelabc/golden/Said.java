package dev.homelabc.golden;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.PrettyRenderer;
import dev.homelabc.source.SourceFile;
import java.util.List;
import java.util.stream.Collectors;

/// Texts as goldens have them.
final class Said {
  /// Stands between the parts of a golden.
  static final String RULE = "-".repeat(80) + "\n";

  private Said() {}

  /// Ends in a line break, unless it is empty.
  static String text(SourceFile source) {
    var text = source.text();
    return text.isEmpty() || text.endsWith("\n") ? text : text + "\n";
  }

  static String findings(List<Diagnostic> findings) {
    return findings(findings, Language.ENGLISH);
  }

  static String findings(List<Diagnostic> findings, Language language) {
    if (findings.isEmpty()) {
      return "no findings\n";
    }
    var renderer = PrettyRenderer.plain(language);
    return findings.stream().map(renderer::render).collect(Collectors.joining("\n"));
  }

  /// Why a lab that has errors is no case.
  static Run broken(String path, List<Diagnostic> findings) {
    return Run.unfit(path, "does not compile:\n\n" + findings(findings));
  }
}
