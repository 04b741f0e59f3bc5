package dev.homelabc.emit;

import java.util.Map;
import java.util.Set;
import java.util.StringJoiner;
import java.util.regex.Pattern;

/// Lays out [Yaml] values so that YAML 1.1 and 1.2 read the same from them.
final class YamlPrinter {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*");

  /// What YAML 1.1 takes for a boolean or null. Source: yaml.org/type/bool.html and null.html.
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private YamlPrinter() {}

  /// What follows the colon of a key that is indented by `indent` blanks.
  static String afterKey(Yaml value, int indent) {
    return switch (value) {
      case Yaml.Mapping(var values) when !values.isEmpty() -> "\n" + mapping(values, indent + 2);
      case Yaml.ListOf list when !list.values().isEmpty() -> "\n" + list(list, indent + 2);
      case Yaml.Text(var text) when isLiteral(text) -> " " + literal(text, indent + 2);
      case Yaml.Mapping _, Yaml.ListOf _, Yaml.Text _, Yaml.Whole _, Yaml.Flag _, Yaml.Null _ ->
          " " + json(value, 0);
    };
  }

  private static String mapping(Map<String, Yaml> values, int indent) {
    var lines = new StringJoiner("\n");
    values.forEach(
        (key, value) -> lines.add(" ".repeat(indent) + key(key) + ":" + afterKey(value, indent)));
    return lines.toString();
  }

  private static String list(Yaml.ListOf list, int indent) {
    var lines = new StringJoiner("\n");
    for (var value : list.values()) {
      var dash = " ".repeat(indent) + "-";
      lines.add(
          switch (value) {
            case Yaml.Mapping(var values) when !values.isEmpty() ->
                dash + " " + mapping(values, indent + 2).stripLeading();
            case Yaml.ListOf inner when !inner.values().isEmpty() ->
                dash + " " + list(inner, indent + 2).stripLeading();
            case Yaml.Mapping _,
                Yaml.ListOf _,
                Yaml.Text _,
                Yaml.Whole _,
                Yaml.Flag _,
                Yaml.Null _ ->
                dash + afterKey(value, indent);
          });
    }
    return lines.toString();
  }

  private static String key(String key) {
    boolean plain =
        PLAIN_KEY.matcher(key).matches() && !WORDS.contains(key.toLowerCase(java.util.Locale.ROOT));
    return plain ? key : Yaml.quoted(key);
  }

  /// A literal block keeps its lines as they are, so nothing in it may need an escape. A first line
  /// that begins with white space would need an indentation indicator, and readers differ on lines
  /// of blanks.
  private static boolean isLiteral(String text) {
    return text.endsWith("\n")
        && !text.endsWith("\n\n")
        && !Character.isWhitespace(text.charAt(0))
        && text.lines().noneMatch(line -> line.isBlank() && !line.isEmpty())
        && YamlFormat.YAML
            .escape(text)
            .equals(
                text.replace("\\", "\\\\")
                    .replace("\"", "\\\"")
                    .replace("\n", "\\n")
                    .replace("\t", "\\t"));
  }

  private static String literal(String text, int indent) {
    var lines = new StringJoiner("\n");
    lines.add("|");
    text.lines().forEach(line -> lines.add(line.isEmpty() ? "" : " ".repeat(indent) + line));
    return lines.toString();
  }

  static String json(Yaml value, int indent) {
    return switch (value) {
      case Yaml.Text(var text) -> Yaml.quoted(text);
      case Yaml.Whole(var number) -> Long.toString(number);
      case Yaml.Flag(var flag) -> Boolean.toString(flag);
      case Yaml.Null() -> "null";
      case Yaml.ListOf(var values) when values.isEmpty() -> "[]";
      case Yaml.Mapping(var values) when values.isEmpty() -> "{}";
      case Yaml.ListOf(var values) -> {
        var members = members("[", "]", indent);
        values.forEach(it -> members.add(json(it, indent + 2)));
        yield members.toString();
      }
      case Yaml.Mapping(var values) -> {
        var members = members("{", "}", indent);
        values.forEach((key, it) -> members.add(Yaml.quoted(key) + ": " + json(it, indent + 2)));
        yield members.toString();
      }
    };
  }

  private static StringJoiner members(String open, String close, int indent) {
    var margin = "\n" + " ".repeat(indent);
    return new StringJoiner("," + margin + "  ", open + margin + "  ", margin + close);
  }
}
