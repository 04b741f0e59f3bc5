package dev.homelabc.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.PrettyRenderer;
import dev.homelabc.format.Formatter;
import dev.homelabc.format.Meaning;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Parser;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// What holds for every text that somebody may hand to the compiler. Also: nothing here throws or
/// hangs.
final class Laws {
  private static final String PATH = "fuzz.lab";

  private Laws() {}

  static void check(String text) {
    // No file holds half of a surrogate pair: UTF-8 cannot say it.
    var bytes = text.getBytes(StandardCharsets.UTF_8);
    var source = new SourceFile(PATH, new String(bytes, StandardCharsets.UTF_8));
    var parsed = Parser.parse(source);
    tokensCoverTheText(parsed);
    if (parsed.diagnostics().isEmpty()) {
      formattingKeepsWhatTheFileSays(parsed);
    }
    var findings = Compiler.compile(SourceSet.of(source), List.of()).diagnostics();
    findings.forEach(Laws::isShownWithinTheText);
    if (findings.stream().noneMatch(Diagnostic::isError)) {
      assertThat(Compiler.compile(SourceSet.of(source)).tree()).isPresent();
    }
  }

  private static void tokensCoverTheText(Parsed parsed) {
    int at = 0;
    for (var token : parsed.tokens()) {
      assertThat(token.span().start()).as("start of a token").isEqualTo(at);
      at = token.span().end();
    }
    assertThat(at).as("end of the last token").isEqualTo(parsed.source().text().length());
  }

  private static void formattingKeepsWhatTheFileSays(Parsed before) {
    var text = Formatter.format(before);
    var after = Parser.parse(new SourceFile(PATH, text));
    assertThat(after.diagnostics()).as("findings in the canonical form").isEmpty();
    assertThat(Meaning.tree(after)).isEqualTo(Meaning.tree(before));
    assertThat(Meaning.comments(after)).isEqualTo(Meaning.comments(before));
    assertThat(Formatter.format(after)).isEqualTo(text);
  }

  private static void isShownWithinTheText(Diagnostic finding) {
    for (var language : Language.values()) {
      assertThat(PrettyRenderer.plain(language).render(finding)).contains(finding.code().name());
    }
    var place = finding.primary().place();
    assertThat(place.span().end())
        .as("end of %s", finding.code())
        .isLessThanOrEqualTo(place.file().text().length());
  }
}
