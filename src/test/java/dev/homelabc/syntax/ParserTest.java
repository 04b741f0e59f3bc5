package dev.homelabc.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import dev.homelabc.source.SourceFile;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ParserTest {
  private static final String LAB =
      """
      # The lab. 한국어
      vlan management {
        id 10; subnet 10.0.10.0/24
        dns [ 10.0.10.2
          10.0.10.3 ] # two
      }

      vm vault {
        description "say \\"hi\\" to 🦊"
        cloud-init \"""
          #cloud-config
            { [ "not lab" ] }
          \"""
        "odd key" https://x#y
      }
      """;

  @Test
  void reads_statements_with_words_strings_texts_lists_and_blocks() {
    var parsed = parse(LAB);
    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(outline(parsed.statements()))
        .isEqualTo(
            "vlan management { id 10; subnet 10.0.10.0/24; dns [10.0.10.2 10.0.10.3]; };"
                + " vm vault { description 'say \"hi\" to 🦊';"
                + " cloud-init '#cloud-config\n  { [ \"not lab\" ] }\n';"
                + " odd key https://x#y; };");
  }

  @Test
  void spans_point_at_the_text_they_name() {
    var parsed = parse(LAB);
    var vault = parsed.statements().get(1);
    var source = parsed.source();
    assertThat(source.text(vault.head())).isEqualTo("vm vault");
    var description = vault.block().orElseThrow().statements().getFirst();
    assertThat(source.text(description.arguments().getFirst().span()))
        .isEqualTo("\"say \\\"hi\\\" to 🦊\"");
    assertThat(source.text(vault.span())).startsWith("vm vault {").endsWith("}");
  }

  @Test
  void a_comment_hides_all_that_follows_on_its_line() {
    var parsed = parse("a # x\r b\nc # y\r\r\n");
    assertThat(outline(parsed.statements())).isEqualTo("a; c;");
    assertThat(parsed.tokens())
        .filteredOn(it -> it.kind() == Token.Kind.COMMENT)
        .extracting(it -> parsed.source().text(it.span()))
        .containsExactly("# x\r b", "# y");
  }

  @Test
  void a_text_keeps_its_lines_without_the_margin_of_its_closing_quotes() {
    assertThat(text("a \"\"\"\r\n    one\r\n\r\n      two\r\n    \"\"\"\r\n"))
        .isEqualTo("one\n\n  two\n");
    assertThat(text("a \"\"\"\n\"\"\"\n")).isEmpty();
  }

  @Test
  void each_slip_is_one_finding_and_hides_nothing_behind_it() {
    assertThat(findings("a { b c\nd e { f }\n")).containsExactly("unclosed-block@1:3");
    assertThat(outline(parse("a { b c\nd e { f }\n").statements()))
        .isEqualTo("a { b c; }; d e { f; };");
    assertThat(findings("a {\n  b {\n    c\n  d\n}\ne\n")).containsExactly("unclosed-block@2:5");
    assertThat(outline(parse("a {\n  b {\n    c\n  d\n}\ne\n").statements()))
        .isEqualTo("a { b { c; }; d; }; e;");
    assertThat(findings("a }\nb\n")).containsExactly("stray-close@1:3");
    assertThat(findings("a\n  b\n}\nc\n")).containsExactly("unopened-block@1:2");
    assertThat(findings("a {\n  b\n    c\n  }\n  d\n}\ne\n")).containsExactly("unopened-block@2:4");
    assertThat(outline(parse("a {\n  b\n    c\n  }\n  d\n}\ne\n").statements()))
        .isEqualTo("a { b { c; }; d; }; e;");
    assertThat(findings("a [ b\nc d\n")).containsExactly("unclosed-list@1:3");
    assertThat(outline(parse("a [ b\nc d\n").statements())).isEqualTo("a [b]; c d;");
    assertThat(findings("a b ]\nc\n")).containsExactly("stray-close@1:5");
    assertThat(findings("a \"b\nc d\n")).containsExactly("unclosed-string@1:3");
    assertThat(findings("a {} b\n")).containsExactly("missing-line-break@1:6");
    assertThat(findings("a {} {}\n")).containsExactly("missing-keyword@1:6");
    assertThat(findings("a\n{\n b\n}\n")).containsExactly("missing-keyword@2:1");
    assertThat(outline(parse("a\n{\n b\n}\n").statements())).isEqualTo("a { b; };");
    assertThat(findings("[ a ] b\nc\n")).containsExactly("missing-keyword@1:1");
    assertThat(findings("a\"b\"\na[ b ]\na \"b\"c\n"))
        .containsExactly("missing-space@1:2", "missing-space@2:2", "missing-space@3:6");
    assertThat(findings("a \"\\q\" \"\\u{0}\"\n"))
        .containsExactly("bad-escape@1:4", "bad-escape@1:9");
    assertThat(findings("a \"\"\"\nx\n  \"\"\"\n")).containsExactly("text-indentation@2:1");
  }

  @Test
  void a_brace_too_few_and_one_too_many_in_other_declarations_are_two_findings() {
    var source = "vm a {\n  b {\n    c\n}\nvm d\n  e f\n}\nvm g {\n  h\n}\n";
    assertThat(findings(source)).containsExactly("unclosed-block@2:5", "unopened-block@5:5");
    assertThat(outline(parse(source).statements()))
        .isEqualTo("vm a { b { c; }; }; vm d { e f; }; vm g { h; };");
  }

  @Test
  void where_nothing_is_indented_the_next_declaration_ends_a_block() {
    var source = "vlan a {\nid 20\nvm b {\nshare c {\nd\n}\n}\nvm e\nf\n}\nhost g\n";
    assertThat(findings(source)).containsExactly("unclosed-block@1:8", "unopened-block@8:5");
    assertThat(outline(parse(source).statements()))
        .isEqualTo("vlan a { id 20; }; vm b { share c { d; }; }; vm e { f; }; host g;");
  }

  @Test
  void a_declaration_deeper_than_the_block_that_holds_it_ends_no_block() {
    for (var source :
        List.of(
            "a { vm b {\nc\n}\n}\n",
            "a {\n  vm b {\n    c\n  }\n}\n",
            "  a {\n    vm b {\n      c\n    }\n  }\n")) {
      assertThat(findings(source)).as(source).isEmpty();
      assertThat(outline(parse(source).statements())).isEqualTo("a { vm b { c; }; };");
    }
    assertThat(findings("a {\n  b\nvm c {\n  d\n}\n")).containsExactly("unclosed-block@1:3");
  }

  @Test
  void signs_of_other_languages_are_read_as_what_they_were_meant_for() {
    var read = "a { b 1; c x y; d z { e 'f'; }; };";
    for (var text :
        List.of(
            "a {\n  b = 1\n  c = x y\n  d z = {\n    e=\"f\"\n  }\n}\n",
            "a: {\n  b: 1\n  c : x y\n  d z: {\n    e:\"f\"\n  }\n}\n",
            "a {\n  b 1,\n  c x, y,\n  d z { \"e\" \"f\" },\n},\n",
            "a {\n  b 1 // one\n  c x y /* two */\n  // { \"three\n  d z { e 'f' }\n/*\n}{\n*/ }\n",
            "a {\n  b 1\n  c x y\n  d z { e ‘f’ }\n}\n",
            "a:\n  b 1\n  c:\n    - x\n    - y\n  d z:\n    e “f”\n",
            "a { b=1, c = x y; d z { e 'f' } }\n")) {
      var parsed = parse(text);
      assertThat(outline(parsed.statements())).as(text).isEqualTo(read);
      assertThat(parsed.diagnostics())
          .as(text)
          .isNotEmpty()
          .allMatch(it -> it.code().equals(SyntaxCodes.FOREIGN_SYNTAX));
    }
    assertThat(outline(parse("a {\n  ports:\n  - ssh: 22\n  - web: 80\n  b\n}\n").statements()))
        .isEqualTo("a { port ssh 22; port web 80; b; };");
  }

  @Test
  void what_could_be_meant_as_it_stands_is_no_slip() {
    var text =
        """
        a :80
        b =
        localhost:80 { c d=e }
        "k:" v
        x - y
        n "it's"
        o don't
        u a//b
        p /*.nix
        q 5432:5432
        r :
        """;
    assertThat(parse(text).diagnostics()).isEmpty();
  }

  @Test
  void a_string_without_its_other_quote_gives_back_the_braces_of_its_line() {
    assertThat(findings("a { b \"c }\nd\n")).containsExactly("unclosed-string@1:7");
    assertThat(outline(parse("a { b \"c }\nd\n").statements())).isEqualTo("a { b ?; }; d;");
    assertThat(findings("a [ \"b ]\nc\n")).containsExactly("unclosed-string@1:5");
    assertThat(findings("a \"b {\n  c\n}\n")).containsExactly("unclosed-string@1:3");
    assertThat(findings("a { b c\" }\nd\n")).containsExactly("unopened-string@1:8");
    assertThat(findings("a b c\"\n")).containsExactly("unopened-string@1:6");
  }

  @Test
  void lines_that_end_with_cr_alone_are_one_finding() {
    var parsed = parse("# x\ra {\r  b\r}\r");
    assertThat(parsed.diagnostics())
        .extracting(it -> it.code().name())
        .containsExactly("cr-line-ends");
    assertThat(outline(parsed.statements())).isEqualTo("a { b; };");
  }

  @Test
  void many_slips_take_time_in_proportion_to_their_number() {
    for (var slip :
        List.of(
            "a: 1, ",
            "'\"' ",
            "\"x’ ",
            "// ",
            "/* ",
            "x:\n",
            "x:\n - y\n",
            "- ",
            "vm a\n",
            "vm a {\n",
            "} ",
            "\n\n{",
            "x\"\n",
            "\"\"\"\n",
            "vm a {{\n",
            "''\n",
            "[ , ",
            "x=",
            "'a ",
            "x /* ",
            "/*\n")) {
      var text = slip.repeat(30_000);
      assertThat(assertTimeoutPreemptively(Duration.ofSeconds(20), () -> parse(text), slip))
          .isNotNull();
    }
  }

  @Test
  void an_unclosed_text_swallows_only_its_own_lines() {
    var source = "vm a {\n  nix \"\"\"\n    { x = [ 1 ]; }\n  vcpu 2\n}\nvm b {}\n";
    assertThat(findings(source)).containsExactly("unclosed-text@2:7");
    assertThat(outline(parse(source).statements())).isEqualTo("vm a { nix ?; vcpu 2; }; vm b { };");
  }

  @Test
  void deep_nesting_is_refused_and_not_a_stack_overflow() {
    assertThat(findings("a { ".repeat(100_000))).contains("too-deep@1:" + (64 * 4 + 3));
    assertThat(findings("a " + "[".repeat(100_000))).contains("too-deep@1:67");
  }

  @Test
  void odd_bytes_are_kept_and_never_thrown_at() {
    for (var text :
        List.of("", "\uFEFFa b\n", "\u0000 a", "a\r\rb\n", "\uD83D", "\"", "\"\"\"", "{", "#")) {
      assertThat(rejoined(parse(text))).isEqualTo(text);
    }
  }

  @Test
  void any_mutation_of_a_lab_parses_to_tokens_that_rejoin_to_it() {
    var random = new Random(20);
    var pieces =
        List.of(
            "{", "}", "[", "]", "\"", "\"\"\"", "\n", ";", "#", " ", "x", "\\", "가", ":", "=", ",",
            "-", "'", "“", "//", "/*", "''", "\r", ":\n");
    for (int round = 0; round < 5_000; round++) {
      var text = new StringBuilder(LAB);
      for (int edit = random.nextInt(6); edit >= 0; edit--) {
        int at = random.nextInt(text.length());
        switch (random.nextInt(3)) {
          case 0 -> text.deleteCharAt(at);
          case 1 -> text.insert(at, pieces.get(random.nextInt(pieces.size())));
          default -> text.insert(at, text.substring(random.nextInt(at + 1), at));
        }
      }
      assertThat(rejoined(parse(text.toString()))).isEqualTo(text.toString());
    }
  }

  private static Parsed parse(String text) {
    return Parser.parse(new SourceFile("a.lab", text));
  }

  private static String text(String source) {
    return ((Argument.Text) parse(source).statements().getFirst().arguments().getFirst()).raw();
  }

  private static List<String> findings(String text) {
    return parse(text).diagnostics().stream()
        .map(d ->
            d.code().name() + "@" + d.primary().place().line() + ":" + d.primary().place().column())
        .toList();
  }

  private static String rejoined(Parsed parsed) {
    return parsed.tokens().stream()
        .map(token -> parsed.source().text(token.span()))
        .collect(Collectors.joining());
  }

  private static String outline(List<Statement> statements) {
    return statements.stream().map(ParserTest::outline).collect(Collectors.joining(" "));
  }

  private static String outline(Statement statement) {
    var block =
        statement
            .block()
            .map(it -> (" { " + outline(it.statements())).stripTrailing() + " }")
            .orElse("");
    return statement.keyword().text()
        + statement.arguments().stream().map(it -> " " + outline(it)).collect(Collectors.joining())
        + block
        + ";";
  }

  private static String outline(Argument argument) {
    return switch (argument) {
      case Argument.Word word -> word.text();
      case Argument.Quoted quoted -> "'" + Quotes.decode(quoted.raw()) + "'";
      case Argument.Text text -> "'" + text.raw() + "'";
      case Argument.Items items ->
          items.items().stream()
              .map(ParserTest::outline)
              .collect(Collectors.joining(" ", "[", "]"));
      case Argument.Broken _ -> "?";
    };
  }
}
