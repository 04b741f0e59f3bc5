package dev.homelabc.emit;

import dev.homelabc.output.Traced;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/// Lays out [Yaml] values so that YAML 1.1 and 1.2 read the same from them.
final class YamlPrinter {
  private static final Pattern PLAIN_KEY = Pattern.compile("[A-Za-z][A-Za-z0-9._/-]*");

  /// What YAML 1.1 takes for a boolean or null. Source: yaml.org/type/bool.html and null.html.
  private static final Set<String> WORDS =
      Set.of("y", "n", "yes", "no", "on", "off", "true", "false", "null");

  private final LineWriter out;

  private YamlPrinter(LineWriter out) {
    this.out = out;
  }

  /// Writes what follows the colon of a key that is indented by `indent` blanks.
  static void afterKey(Yaml value, LineWriter out, int indent) {
    new YamlPrinter(out).afterKey(value, indent);
  }

  private void afterKey(Yaml value, int indent) {
    switch (value) {
      case Yaml.Mapping(var values) when !values.isEmpty() -> {
        out.write("\n");
        out.blanks(indent + 2);
        mapping(values, indent + 2);
      }
      case Yaml.ListOf(var values) when !values.isEmpty() -> {
        out.write("\n");
        out.blanks(indent + 2);
        list(values, indent + 2);
      }
      case Yaml.From(var origin, var inner) -> {
        out.mark(origin);
        afterKey(inner, indent);
        out.mark(origin);
      }
      case Yaml.Text(var text) when isLiteral(text) -> literal(Traced.plain(text), indent + 2);
      case Yaml.Block(var text) when isLiteral(text.text()) -> literal(text, indent + 2);
      case Yaml.Mapping _,
          Yaml.ListOf _,
          Yaml.Text _,
          Yaml.Block _,
          Yaml.Whole _,
          Yaml.Flag _,
          Yaml.Null _ -> {
        out.write(" ");
        json(value, out, 0);
      }
    }
  }

  /// @param indent of its keys; the blanks before the first stand there already
  private void mapping(Map<String, Yaml> values, int indent) {
    boolean isFirst = true;
    for (var entry : values.entrySet()) {
      next(isFirst, indent);
      isFirst = false;
      out.write(key(entry.getKey()) + ":");
      afterKey(entry.getValue(), indent);
    }
  }

  /// @param indent of its dashes; the blanks before the first stand there already
  private void list(List<Yaml> values, int indent) {
    boolean isFirst = true;
    for (var value : values) {
      next(isFirst, indent);
      isFirst = false;
      out.write("-");
      element(value, indent);
    }
  }

  private void element(Yaml value, int indent) {
    switch (value) {
      case Yaml.Mapping(var values) when !values.isEmpty() -> {
        out.write(" ");
        mapping(values, indent + 2);
      }
      case Yaml.ListOf(var values) when !values.isEmpty() -> {
        out.write(" ");
        list(values, indent + 2);
      }
      case Yaml.From(var origin, var inner) -> {
        out.mark(origin);
        element(inner, indent);
      }
      case Yaml.Mapping _,
          Yaml.ListOf _,
          Yaml.Text _,
          Yaml.Block _,
          Yaml.Whole _,
          Yaml.Flag _,
          Yaml.Null _ ->
          afterKey(value, indent);
    }
  }

  private void next(boolean isFirst, int indent) {
    if (!isFirst) {
      out.write("\n");
      out.blanks(indent);
    }
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

  private void literal(Traced text, int indent) {
    out.write(" |");
    int number = 0;
    for (var line : text.text().lines().toList()) {
      out.write(line.isEmpty() ? "\n" : "\n" + " ".repeat(indent) + line);
      text.trace().at(number++).forEach(out::mark);
    }
  }

  /// Writes a value as JSON, one member a line.
  static void json(Yaml value, LineWriter out, int indent) {
    switch (value) {
      case Yaml.Text(var text) -> out.write(Yaml.quoted(text));
      case Yaml.Block(var text) -> out.write(Yaml.quoted(text.text()));
      case Yaml.Whole(var number) -> out.write(Long.toString(number));
      case Yaml.Flag(var flag) -> out.write(Boolean.toString(flag));
      case Yaml.Null() -> out.write("null");
      case Yaml.From(var origin, var inner) -> {
        out.mark(origin);
        json(inner, out, indent);
      }
      case Yaml.ListOf(var values) when values.isEmpty() -> out.write("[]");
      case Yaml.Mapping(var values) when values.isEmpty() -> out.write("{}");
      case Yaml.ListOf(var values) -> {
        var next = "[";
        for (var member : values) {
          line(out, next, indent + 2);
          json(member, out, indent + 2);
          next = ",";
        }
        line(out, "", indent);
        out.write("]");
      }
      case Yaml.Mapping(var values) -> {
        var next = "{";
        for (var member : values.entrySet()) {
          line(out, next, indent + 2);
          out.write(Yaml.quoted(member.getKey()) + ": ");
          json(member.getValue(), out, indent + 2);
          next = ",";
        }
        line(out, "", indent);
        out.write("}");
      }
    }
  }

  private static void line(LineWriter out, String end, int indent) {
    out.write(end + "\n");
    out.blanks(indent);
  }
}
