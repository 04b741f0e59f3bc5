package dev.homelabc.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import org.junit.jupiter.api.Test;

class PrettyRendererTest {
  private static final Code CODE = Code.error("some-code", "What.", "Why.", "bad", "good");
  private static final Code ADVICE = Code.warning("some-advice", "What.", "Why.", "bad", "good");

  @Test
  void showsEveryLabelInLineOrderAndWhatToDo() {
    var vms = new SourceFile("home/vms.lab", "vm a {\n  cid 100\n}\n\nvm b {\n  cid 100\n}\n");
    var finding =
        Diagnostic.at(
                at(vms, "100", 2),
                CODE,
                Message.of("CID `100` is used twice"),
                Message.of("used again by `b`"))
            .also(at(vms, "100", 1), Message.of("first used by `a`"))
            .help(Message.of("give each VM its own CID"));

    assertThat(plain(finding))
        .isEqualTo(
            """
            error[some-code]: CID `100` is used twice
              --> home/vms.lab:6:7
               |
             2 |   cid 100
               |       --- first used by `a`
             6 |   cid 100
               |       ^^^ used again by `b`
               |
               = help: give each VM its own CID
               = more: homelabc explain some-code
            """);
  }

  @Test
  void showsOfALongLineThePartAroundEachLabel() {
    var file = new SourceFile("a.lab", "x ".repeat(500) + "cid" + " y".repeat(500) + " vm\n");
    var finding =
        Diagnostic.at(at(file, "cid", 1), CODE, Message.of("m"), Message.of("here"))
            .also(at(file, "vm", 1), Message.of("there"));

    assertThat(plain(finding))
        .isEqualTo(
            """
            error[some-code]: m
              --> a.lab:1:1001
               |
             1 | …%scid%s…
               |  %s^^^ here
             1 | …%svm
               |  %s-- there
               |
               = more: homelabc explain some-code
            """
                .formatted(
                    "x ".repeat(20),
                    " y".repeat(38) + " ",
                    " ".repeat(40),
                    "y ".repeat(20),
                    " ".repeat(40)));
  }

  @Test
  void cutsAnEndlessSentence() {
    var file = new SourceFile("a.lab", "a");
    var finding =
        Diagnostic.at(at(file, "a", 1), CODE, Message.of("`{0}`", "b".repeat(5_000)), Message.NONE);

    assertThat(plain(finding)).hasSizeLessThan(1_200).contains("bbb…\n");
  }

  @Test
  void marksLinesFarApart() {
    var file = new SourceFile("vms.lab", "cid 7\n" + "#\n".repeat(10) + "cid 7\n");
    var finding =
        Diagnostic.at(at(file, "7", 2), CODE, Message.of("m"), Message.of("again"))
            .also(at(file, "7", 1), Message.of("first"));

    assertThat(plain(finding))
        .isEqualTo(
            """
            error[some-code]: m
               --> vms.lab:12:5
                |
              1 | cid 7
                |     - first
            ...
             12 | cid 7
                |     ^ again
                |
                = more: homelabc explain some-code
            """);
  }

  @Test
  void showsLabelsInOtherFilesBelowTheirOwnHeader() {
    var a = new SourceFile("a.lab", "cid 7\n");
    var b = new SourceFile("b.lab", "\n\n\n\n\n\n\n\n\n cid 7\n");
    var finding =
        Diagnostic.at(at(a, "7", 1), CODE, Message.of("m"), Message.of("here"))
            .also(at(b, "7", 1), Message.of("there"));

    assertThat(plain(finding))
        .isEqualTo(
            """
            error[some-code]: m
               --> a.lab:1:5
                |
              1 | cid 7
                |     ^ here
                |
               ::: b.lab:10:6
                |
             10 |  cid 7
                |      - there
                |
                = more: homelabc explain some-code
            """);
  }

  @Test
  void givesEachLabelOfOneLineALineOfItsOwn() {
    var file = new SourceFile("a.lab", "port 22 22\n");
    var finding =
        Diagnostic.at(at(file, "22", 2), CODE, Message.of("m"), Message.of("again"))
            .also(at(file, "22", 1), Message.of("first"));

    assertThat(snippet(finding))
        .isEqualTo(
            """
             1 | port 22 22
               |      -- first
               |         ^^ again
            """);
  }

  @Test
  void keepsCaretsBelowTextAfterTabs() {
    var file = new SourceFile("a.lab", "\ta\tcid 7\n");

    assertThat(snippet(Diagnostic.at(at(file, "7", 1), CODE, Message.of("m"), Message.of("here"))))
        .isEqualTo(
            """
             1 |     a   cid 7
               |             ^ here
            """);
  }

  @Test
  void marksATabAsWideAsItIsShown() {
    var file = new SourceFile("a.lab", "ab\tc\n");

    assertThat(snippet(Diagnostic.at(at(file, "\t", 1), CODE, Message.of("m"), Message.NONE)))
        .isEqualTo(
            """
             1 | ab  c
               |   ^^
            """);
  }

  @Test
  void countsKoreanAndChineseAsTwoColumns() {
    var file = new SourceFile("a.lab", "description \"금고 서버\" 漢字 x\n");

    assertThat(
            snippet(
                Diagnostic.at(at(file, "서버", 1), CODE, Message.of("m"), Message.of("서버란?"))
                    .also(at(file, "x", 1), Message.of("x"))))
        .isEqualTo(
            """
             1 | description "금고 서버" 漢字 x
               |                   ^^^^ 서버란?
               |                              - x
            """);
  }

  @Test
  void countsJoinedHangulJamoAsOneSyllable() {
    assertThat(columnAfter("\u1112\u1161\u11ab")).isEqualTo(2);
  }

  @Test
  void countsCombiningMarksAndJoinersAsNothing() {
    assertThat(columnAfter("e\u0301")).isEqualTo(1);
    assertThat(columnAfter("a\u200d")).isEqualTo(1);
    assertThat(columnAfter("a\u200bb")).isEqualTo(2);
  }

  @Test
  void countsAnEmojiAsTwoColumnsHoweverItIsComposed() {
    assertThat(columnAfter("🔒")).isEqualTo(2);
    assertThat(columnAfter("❤\ufe0f")).isEqualTo(2);
    assertThat(columnAfter("👍🏽")).isEqualTo(2);
    assertThat(columnAfter("👨\u200d👩\u200d👧")).isEqualTo(2);
    assertThat(columnAfter("🇰🇷")).isEqualTo(2);
  }

  @Test
  void marksAWholeClusterWhenTheSpanEndsInsideIt() {
    var file = new SourceFile("a.lab", "👨\u200d👩\n");

    assertThat(snippet(Diagnostic.at(file.at(new Span(0, 1)), CODE, Message.of("m"), Message.NONE)))
        .endsWith("   | ^^\n");
  }

  @Test
  void underlinesASpanOverSeveralLinesOnItsFirstLine() {
    var file = new SourceFile("a.lab", "vm a {\n  cid 7\n}\n");

    assertThat(
            snippet(
                Diagnostic.at(
                    file.at(new Span(3, 16)), CODE, Message.of("m"), Message.of("this block"))))
        .isEqualTo(
            """
             1 | vm a {
               |    ^^^ this block
            """);
  }

  @Test
  void showsOneCaretForAnEmptySpan() {
    var file = new SourceFile("a.lab", "vm a\n");

    assertThat(
            snippet(Diagnostic.at(file.at(Span.at(2)), CODE, Message.of("m"), Message.of("here"))))
        .isEqualTo(
            """
             1 | vm a
               |   ^ here
            """);
  }

  @Test
  void pointsBehindTheLastCharacterAtTheEndOfTheFile() {
    var open = new SourceFile("a.lab", "vm a {");
    var closed = new SourceFile("a.lab", "vm a {\n");

    assertThat(
            snippet(
                Diagnostic.at(
                    open.at(Span.at(6)), CODE, Message.of("m"), Message.of("`}` is missing"))))
        .isEqualTo(
            """
             1 | vm a {
               |       ^ `}` is missing
            """);
    assertThat(
            snippet(
                Diagnostic.at(
                    closed.at(Span.at(7)), CODE, Message.of("m"), Message.of("`}` is missing"))))
        .isEqualTo(
            """
             2 |
               | ^ `}` is missing
            """);
  }

  @Test
  void showsAnEmptyFile() {
    var file = new SourceFile("a.lab", "");

    assertThat(
            plain(
                Diagnostic.at(
                    file.at(Span.at(0)),
                    CODE,
                    Message.of("there is no lab"),
                    Message.of("nothing here"))))
        .isEqualTo(
            """
            error[some-code]: there is no lab
              --> a.lab:1:1
               |
             1 |
               | ^ nothing here
               |
               = more: homelabc explain some-code
            """);
  }

  @Test
  void leavesOutTheCarriageReturnOfCrlf() {
    var file = new SourceFile("a.lab", "vm a\r\ncid 7\r\n");

    assertThat(
            snippet(
                Diagnostic.at(file.at(new Span(3, 11)), CODE, Message.of("m"), Message.NONE)
                    .also(at(file, "7", 1), Message.of("x"))))
        .isEqualTo(
            """
             1 | vm a
               |    ^
             2 | cid 7
               |     - x
            """);
  }

  @Test
  void doesNotPassControlCharactersToTheTerminal() {
    var file = new SourceFile("a\u001b.lab", "a\u001b[2J\u202e 7\n");
    var finding =
        Diagnostic.at(at(file, "7", 1), CODE, Message.of("m\u001b[2J"), Message.of("l\u0007"))
            .help(Message.of("h\u0000"));

    assertThat(plain(finding)).doesNotContain("\u001b", "\u202e", "\u0007", "\u0000");
    assertThat(snippet(finding))
        .isEqualTo(
            """
             1 | a\ufffd[2J\ufffd 7
               |        ^ l\ufffd
            """);
  }

  @Test
  void indentsTheFurtherLinesOfAHelp() {
    var file = new SourceFile("a.lab", "7\n");

    assertThat(
            plain(
                Diagnostic.at(at(file, "7", 1), CODE, Message.of("m"), Message.NONE)
                    .help(Message.of("one\ntwo"))))
        .contains("   = help: one\n           two\n   = more:");
  }

  @Test
  void coloursBySeverityOnlyWhenAsked() {
    var file = new SourceFile("a.lab", "7\n");
    var error = Diagnostic.at(at(file, "7", 1), CODE, Message.of("m"), Message.of("here"));
    var warning = Diagnostic.at(at(file, "7", 1), ADVICE, Message.of("m"), Message.of("here"));
    var colour = new PrettyRenderer(true, Language.ENGLISH);

    assertThat(plain(error)).doesNotContain("\u001b");
    assertThat(colour.render(error))
        .startsWith("\u001b[1;31merror[some-code]\u001b[0m\u001b[1m: m\u001b[0m\n");
    assertThat(colour.render(warning)).startsWith("\u001b[1;33mwarning[some-advice]\u001b[0m");
    assertThat(colour.render(error).replaceAll("\u001b\\[[0-9;]*m", "")).isEqualTo(plain(error));
  }

  @Test
  void speaksKoreanWithEveryMarkWhereItWas() {
    var file = new SourceFile("a.lab", "description \"금고\" 7\n");
    var finding =
        Diagnostic.at(at(file, "7", 1), CODE, Message.of("`{0}` is missing", "x"), Message.NONE)
            .also(at(file, "금고", 1), Message.of("the host"))
            .help(Message.of("one\ntwo"));

    assertThat(PrettyRenderer.plain(Language.KOREAN).render(finding))
        .isEqualTo(
            """
            오류[some-code]: `x` 없음
              --> a.lab:1:18
               |
             1 | description "금고" 7
               |              ---- 호스트
               |                    ^
               |
               = 도움말: one
                         two
               = 자세히: homelabc explain some-code
            """);
  }

  @Test
  void masksAPrivateKey() {
    var file = new SourceFile("a.lab", "k \"-----BEGIN RSA PRIVATE KEY-----\\nsecret\" # end\n");
    var finding = Diagnostic.at(at(file, "# end", 1), CODE, Message.of("m"), Message.of("here"));

    assertThat(snippet(finding))
        .isEqualTo(
            """
             1 | k "-----BEGIN RSA PRIVATE KEY-----********* * ***
               |                                             ^^^^^ here
            """);
  }

  private static int columnAfter(String text) {
    return new Columns(text + "|").before(text.length());
  }

  private static String plain(Diagnostic finding) {
    return PrettyRenderer.plain().render(finding);
  }

  /// The rendering between the two bare bars.
  private static String snippet(Diagnostic finding) {
    var parts = plain(finding).split("(?m)^ +\\|\n", -1);
    assertThat(parts).hasSize(3);
    return parts[1];
  }

  /// The nth occurrence of a text, from 1.
  private static Place at(SourceFile file, String text, int nth) {
    int start = -1;
    for (int i = 0; i < nth; i++) {
      start = file.text().indexOf(text, start + 1);
    }
    return file.at(new Span(start, start + text.length()));
  }
}
