package dev.homelabc.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.compiler.Fixer;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.PrettyRenderer;
import dev.homelabc.format.Formatter;
import dev.homelabc.format.Meaning;
import dev.homelabc.model.Declaration;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Parser;
import dev.homelabc.value.Size;
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
    var compilation = Compiler.compile(SourceSet.of(source), List.of());
    var findings = compilation.diagnostics();
    compilation.declarations().forEach(Laws::isShownAsTextOfTheLanguage);
    findings.forEach(Laws::isShownWithinTheText);
    if (parsed.diagnostics().isEmpty()) {
      formattingKeepsWhatIsFound(parsed, findings);
    }
    if (findings.stream().anyMatch(it -> it.fix().isPresent())) {
      fixesDoNoHarm(source, findings);
    }
    if (findings.stream().noneMatch(Diagnostic::isError)) {
      assertThat(Compiler.compile(SourceSet.of(source)).tree()).isPresent();
    }
  }

  private static void isShownAsTextOfTheLanguage(Declaration declaration) {
    var shown = Parser.parse(new SourceFile(PATH, declaration.textWithOrigins()));
    assertThat(shown.diagnostics()).as("what `show` prints").isEmpty();
    assertThat(declaration.stated()).allSatisfy(it -> assertThat(it.words()).isNotBlank());
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

  /// Units that could be read otherwise are gone from the canonical form, and that is all.
  private static void formattingKeepsWhatIsFound(Parsed parsed, List<Diagnostic> before) {
    var after = findings(new SourceFile(PATH, Formatter.format(parsed)));
    assertThat(codes(after)).as("findings in the canonical form").isEqualTo(codes(before));
  }

  private static void fixesDoNoHarm(SourceFile source, List<Diagnostic> before) {
    var fixed = Fixer.fix(SourceSet.of(source));
    fixed.report().findings().forEach(Laws::isShownWithinTheText);
    assertThat(errors(fixed.report().findings()))
        .as("errors left")
        .isLessThanOrEqualTo(errors(before));
  }

  private static List<Diagnostic> findings(SourceFile source) {
    return Compiler.compile(SourceSet.of(source), List.of()).diagnostics();
  }

  private static List<String> codes(List<Diagnostic> findings) {
    return findings.stream()
        .map(it -> it.code().name())
        .filter(it -> !it.equals(Size.DECIMAL_UNIT.name()))
        .sorted()
        .toList();
  }

  private static long errors(List<Diagnostic> findings) {
    return findings.stream().filter(Diagnostic::isError).count();
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
