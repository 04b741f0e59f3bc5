package dev.homelabc.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FixTest {
  private static final Code CODE = Code.warning("slip", "What.", "Why.", "bad", "good");

  @ParameterizedTest
  @CsvSource({"2GB, 0, 3", "'\"2GB\"', 1, 4", "'\"\"', 1, 1", "'\"', 0, 1"})
  void changesAWordOrWhatStandsBetweenQuotes(String text, int start, int end) {
    var fix = finding(text).fix("2GiB").fix().orElseThrow();

    assertThat(fix.edits())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.place().span()).isEqualTo(new Span(start, end));
          assertThat(it.replacement()).isEqualTo("2GiB");
        });
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "\"${name}\"", "[ 2GB ]", "\"\"\"\n2GB\n\"\"\""})
  void leavesAloneWhatIsMoreThanAWord(String text) {
    assertThat(finding(text).fix("2GiB").fix()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          vm a {\\n  vcpu 1\\n}       | vm a {\\n  vcpu 1\\n  port ssh 22\\n}
          vm a {\\n  vcpu 1 # one\\n} | vm a {\\n  vcpu 1 # one\\n  port ssh 22\\n}
          vm a {\\r\\n  vcpu 1\\r\\n}   | vm a {\\r\\n  vcpu 1\\r\\n  port ssh 22\\r\\n}
          vcpu 1                    | vcpu 1\\nport ssh 22
          """)
  void addsLinesBelowAStatement(String before, String after) {
    var text = before.translateEscapes();
    var fix = Fix.below(argument(text), Message.NONE, List.of("port ssh 22")).orElseThrow();
    var edit = fix.edits().getFirst();
    var at = edit.place().span();

    assertThat(text.substring(0, at.start()) + edit.replacement() + text.substring(at.end()))
        .isEqualTo(after.translateEscapes());
  }

  @ParameterizedTest
  @ValueSource(strings = {"vm a { vcpu 1 }", "vm a {\n  vcpu 1; memory 2GiB\n}", "x {\n vcpu 1 }"})
  void addsNoLinesBelowAStatementThatIsNotAloneOnItsLine(String text) {
    assertThat(Fix.below(argument(text), Message.NONE, List.of("port ssh 22"))).isEmpty();
  }

  @Test
  void refusesEditsThatOverlap() {
    var file = new SourceFile("a.lab", "memory 2GB");
    var title = Message.of("write it");

    assertThatThrownBy(() -> new Fix(title, List.of())).isInstanceOf(RuntimeException.class);
    assertThatThrownBy(
            () -> new Fix(title, List.of(edit(file, 0, 6), edit(file, 7, 10), edit(file, 5, 8))))
        .hasMessageContaining("overlap");
    assertThatThrownBy(() -> new Fix(title, List.of(edit(file, 7, 7), edit(file, 7, 10))))
        .hasMessageContaining("overlap");
    assertThat(new Fix(title, List.of(edit(file, 7, 10), edit(file, 0, 7))).edits()).hasSize(2);
  }

  @Test
  void editsOfDifferentFilesDoNotOverlap() {
    var one = new Fix.Edit(place("a.lab", "2GB"), "2GiB");
    var other = new Fix.Edit(place("b.lab", "2GB"), "2GiB");

    assertThat(new Fix(Message.NONE, List.of(one, other)).edits()).hasSize(2);
  }

  @Test
  void isShownAsHelpUnlessAHelpSaysIt() {
    var finding = finding("2GB").fix("2GiB");

    assertThat(PrettyRenderer.plain().render(finding)).contains("= help: write `2GiB`\n");
    assertThat(PrettyRenderer.plain().render(finding.help(Message.of("not `12GiB`"))))
        .contains("= help: write `2GiB`\n");
    assertThat(PrettyRenderer.plain().render(finding.help(Message.of("take `size 2GiB`"))))
        .doesNotContain("write");
  }

  @Test
  void staysWithTheFindingThatGetsMoreToSay() {
    var finding = finding("2GB").fix("2GiB");

    assertThat(finding.also(finding.primary().place(), Message.NONE).help(Message.NONE).fix())
        .isEqualTo(finding.fix())
        .isPresent();
  }

  private static Diagnostic finding(String text) {
    return Diagnostic.at(place("a.lab", text), CODE, Message.of("a slip"), Message.NONE);
  }

  /// The `1` in a text.
  private static Place argument(String text) {
    int at = text.indexOf('1');
    return new SourceFile("a.lab", text).at(new Span(at, at + 1));
  }

  private static Place place(String path, String text) {
    return new SourceFile(path, text).at(new Span(0, text.length()));
  }

  private static Fix.Edit edit(SourceFile file, int start, int end) {
    return new Fix.Edit(file.at(new Span(start, end)), "x");
  }
}
