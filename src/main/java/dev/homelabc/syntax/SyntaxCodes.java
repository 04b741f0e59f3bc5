package dev.homelabc.syntax;

import dev.homelabc.diagnostic.Code;
import java.util.List;

/// What can be wrong with the form of a file, whatever it says.
public final class SyntaxCodes {
  /// How deep anything may nest that the compiler follows by recursion.
  public static final int DEEPEST = 64;

  private static final String GOOD =
      """
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      """;

  static final Code UNCLOSED_STRING =
      Code.error(
          "unclosed-string",
          "A string has no closing quote on its line.",
          "A string ends on the line it begins on; the rest of that line was taken as part of it.",
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            description "the services
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            description "the services"
          }
          """);

  static final Code UNOPENED_STRING =
      Code.error(
          "unopened-string",
          "A quote closes a string that no quote opens.",
          "A string begins and ends with a quote; white space would end a word in the middle of"
              + " what was meant.",
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            description services"
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            description "services"
          }
          """);

  /// Public because values separated by commas are told from texts by their types only.
  public static final Code FOREIGN_SYNTAX =
      Code.error(
          "foreign-syntax",
          "A file is written with the signs of another language.",
          "A keyword, its values and a line break are all there is: no `=`, `:` or `,`, no `-`"
              + " before an item; comments begin with `#`, texts stand in straight double quotes,"
              + " blocks in braces.",
          """
          vlan services {
            id = 20
            subnet = 10.0.20.0/24
          }
          """,
          GOOD);

  static final Code CR_LINE_ENDS =
      Code.error(
          "cr-line-ends",
          "The lines of a file end with CR alone.",
          "Lines end with LF or CRLF. With CR alone the whole file would be one line.",
          GOOD.replace('\n', '\r'),
          GOOD);

  static final Code UNCLOSED_TEXT =
      Code.error(
          "unclosed-text",
          "A text has no closing quotes on a line of their own.",
          "A text begins on the line after its three quotes and ends with three quotes alone on a"
              + " line, whose indentation is taken away from every line.",
          """
          host box {
            nix \"""
              { services.fstrim.enable = true; }
          }
          """,
          """
          host box {
            nix \"""
              { services.fstrim.enable = true; }
              \"""
          }
          """);

  static final Code TEXT_INDENTATION =
      Code.error(
          "text-indentation",
          "A line of a text is indented less than its closing quotes.",
          "The closing quotes say how much indentation belongs to the lab file and not to the"
              + " text.",
          """
          host box {
            nix \"""
          { services.fstrim.enable = true; }
            \"""
          }
          """,
          """
          host box {
            nix \"""
              { services.fstrim.enable = true; }
              \"""
          }
          """);

  static final Code BAD_ESCAPE =
      Code.error(
          "bad-escape",
          "A backslash in a string begins no known escape.",
          "The escapes are \\\" \\\\ \\n"
              + " \\t and \\u{HEX}; anything else is more likely a slip than meant.",
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            description "C:\\labs"
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            description "C:\\\\labs"
          }
          """);

  static final Code INVALID_UTF8 =
      Code.error(
          "invalid-utf8",
          "A file is not UTF-8, or a character of it was lost on the way.",
          "Labs are UTF-8, so that every machine reads the same text. A program that guesses the"
              + " encoding leaves U+FFFD where it cannot read a character.",
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            description "caf\ufffd"
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            description "caf\u00e9"
          }
          """);

  static final Code UNCLOSED_BLOCK =
      Code.error(
          "unclosed-block",
          "A block is not closed.",
          "Every `{` needs its `}`. Where one is missing, indentation tells which block was meant"
              + " to end.",
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
          """,
          GOOD);

  static final Code UNOPENED_BLOCK =
      Code.error(
          "unopened-block",
          "A statement has no `{`, and the lines below it stand deeper.",
          "The closing brace of the block then closes another one, so indentation is believed.",
          """
          vlan services
            id 20
            subnet 10.0.20.0/24
          }
          """,
          GOOD);

  static final Code UNCLOSED_LIST =
      Code.error(
          "unclosed-list",
          "A list is not closed.",
          "A list may run over several lines, but holds no braces and no semicolon.",
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            dns [ 10.0.20.2
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            dns [ 10.0.20.2 ]
          }
          """);

  static final Code STRAY_CLOSE =
      Code.error(
          "stray-close",
          "A closing brace or bracket closes nothing.",
          "Either one too many was written or its opening partner is missing.",
          GOOD + "}\n",
          GOOD);

  static final Code MISSING_KEYWORD =
      Code.error(
          "missing-keyword",
          "A statement does not begin with a keyword.",
          "Everything is a keyword, then arguments, then perhaps a block that opens on the same"
              + " line.",
          """
          vlan services
          {
            id 20
            subnet 10.0.20.0/24
          }
          """,
          GOOD);

  static final Code MISSING_LINE_BREAK =
      Code.error(
          "missing-line-break",
          "Something follows a block on the line of its closing brace.",
          "A statement ends at a line break or `;`, so that a reader sees where the next one"
              + " begins.",
          """
          vlan services { id 20; subnet 10.0.20.0/24 } vlan lab {
            id 30
            subnet 10.0.30.0/24
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
          }
          vlan lab {
            id 30
            subnet 10.0.30.0/24
          }
          """);

  static final Code MISSING_SPACE =
      Code.error(
          "missing-space",
          "Two arguments touch each other.",
          "Arguments are separated by white space; without it one of two readings would have to be"
              + " guessed.",
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            description "services""of the lab"
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            description "services of the lab"
          }
          """);

  public static final Code TOO_DEEP =
      Code.error(
          "too-deep",
          "Blocks, lists, profiles or imports are nested more than 64 deep.",
          "No lab needs it; what follows is most likely a brace or bracket that was repeated by"
              + " accident.",
          """
          host box
          vlan services {
            id 20
            subnet 10.0.20.0/24
          }
          vm web {
            vlan services
            ip 10.0.20.10
            mac 02:00:00:00:20:10
            vcpu 1
            memory 1GiB
          """
              + "  service web "
              + "{ a ".repeat(70)
              + "}".repeat(71)
              + "\n",
          GOOD);

  /// All of them, by name.
  public static final List<Code> ALL =
      List.of(
          BAD_ESCAPE,
          CR_LINE_ENDS,
          FOREIGN_SYNTAX,
          INVALID_UTF8,
          MISSING_KEYWORD,
          MISSING_LINE_BREAK,
          MISSING_SPACE,
          STRAY_CLOSE,
          TEXT_INDENTATION,
          TOO_DEEP,
          UNCLOSED_BLOCK,
          UNCLOSED_LIST,
          UNCLOSED_STRING,
          UNCLOSED_TEXT,
          UNOPENED_BLOCK,
          UNOPENED_STRING);

  private SyntaxCodes() {}
}
