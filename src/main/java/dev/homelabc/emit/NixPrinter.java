package dev.homelabc.emit;

import dev.homelabc.emit.Nix.Attributes;
import dev.homelabc.emit.Nix.ListOf;
import dev.homelabc.rule.hygiene.NixBalance;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Prints expressions as nixfmt does (RFC 166, docs/nix-layout.md): two blanks of indentation; a
/// list of more than one element, or a set with a binding, over several lines; `a.b = x;` for a set
/// with one set in it.
final class NixPrinter {
  /// In characters, without the indentation of the line.
  private static final int WIDTH = 100;

  private static final Set<String> KEYWORDS =
      Set.of("if", "then", "else", "assert", "with", "let", "in", "rec", "inherit", "or");

  private final LineWriter out;

  private NixPrinter(LineWriter out) {
    this.out = out;
  }

  /// Writes an expression that follows other text on its line and is followed by a `;`.
  ///
  /// @param indent blanks at the beginning of the line
  /// @param used characters between them and the expression
  static void print(Nix value, LineWriter out, int indent, int used) {
    new NixPrinter(out).value(value, indent, used);
  }

  /// The name of an attribute, in quotes where it needs them.
  static String name(String name) {
    return isBare(name) && !KEYWORDS.contains(name) ? name : "\"" + escape(name) + "\"";
  }

  private static boolean isBare(String name) {
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      boolean isFirst = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
      if (!isFirst && (i == 0 || ((c < '0' || c > '9') && c != '\'' && c != '-'))) {
        return false;
      }
    }
    return !name.isEmpty();
  }

  /// What stands between the quotes of a string.
  static String escape(String text) {
    var escaped = new StringBuilder(text.length() + 8);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      switch (c) {
        case '"', '\\' -> escaped.append('\\').append(c);
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        // Every dollar sign, so that a text may safely end in one before a brace of the template.
        case '$' -> escaped.append("\\$");
        default -> escaped.append(c);
      }
    }
    return escaped.toString();
  }

  private void value(Nix value, int indent, int used) {
    switch (value) {
      case ListOf list -> list(list, indent, used);
      case Attributes set -> bindings(set, indent);
      case Nix.Code(var code) -> code(code.strip(), indent);
      case Nix.From(var origin, var inner) -> {
        out.mark(origin);
        value(inner, indent, used);
        // What closes a set or list is its owner's as much as what opens it.
        out.mark(origin);
      }
      case Nix.Text _, Nix.Whole _, Nix.Flag _, Nix.Null _, Nix.Path _ -> out.write(scalar(value));
    }
  }

  /// Says where all that stands on one line comes from.
  private void mark(Nix value) {
    switch (value) {
      case ListOf(var values) -> values.forEach(this::mark);
      case Attributes(var children) -> children.values().forEach(this::mark);
      case Nix.From(var origin, var inner) -> {
        out.mark(origin);
        mark(inner);
      }
      case Nix.Text _, Nix.Whole _, Nix.Flag _, Nix.Null _, Nix.Path _, Nix.Code _ -> {}
    }
  }

  /// The user's code, moved to where it stands as far as that leaves its meaning alone. One that
  /// opens a set at the end of its first line hugs the parentheses.
  private void code(String code, int indent) {
    var lines = code.lines().toList();
    boolean isHugging = lines.getFirst().endsWith("{") && lines.getLast().equals("}");
    var fixed = NixBalance.fixedLines(code);
    out.append('(');
    for (int i = 0; i < lines.size(); i++) {
      if (i > 0 || !isHugging) {
        out.append('\n');
      }
      if (!fixed.contains(i) && !lines.get(i).isEmpty() && (i > 0 || !isHugging)) {
        blanks(isHugging ? indent : indent + 2);
      }
      out.write(lines.get(i));
    }
    if (!isHugging) {
      out.append('\n');
      blanks(indent);
    }
    out.append(')');
  }

  private void list(ListOf list, int indent, int used) {
    var line = oneLine(list).filter(it -> used + width(it) < WIDTH);
    if (line.isPresent()) {
      mark(list);
      out.write(line.get());
      return;
    }
    out.write("[\n");
    for (var element : list.values()) {
      blanks(indent + 2);
      element(element, indent + 2);
      out.append('\n');
    }
    blanks(indent);
    out.append(']');
  }

  private void element(Nix value, int indent) {
    var line = oneLine(value).filter(it -> width(it) <= WIDTH);
    if (line.isPresent()) {
      mark(value);
      out.write(line.get());
    } else {
      value(value, indent, 0);
    }
  }

  private void bindings(Attributes set, int indent) {
    if (set.values().isEmpty()) {
      out.write("{ }");
      return;
    }
    out.write("{\n");
    set.values().forEach((name, value) -> binding(name, value, indent + 2));
    blanks(indent);
    out.append('}');
  }

  private void binding(String name, Nix value, int indent) {
    var path = new StringBuilder(name(name));
    var inner = value;
    while (inner.plain() instanceof Attributes(var children) && children.size() == 1) {
      Map.Entry<String, Nix> child = children.entrySet().iterator().next();
      path.append('.').append(name(child.getKey()));
      markOuter(inner);
      inner = child.getValue();
    }
    path.append(" = ");
    blanks(indent);
    out.write(path.toString());
    value(inner, indent, width(path.toString()));
    out.write(";\n");
  }

  /// Says where a value comes from, but for what is in it.
  private void markOuter(Nix value) {
    if (value instanceof Nix.From(var origin, var inner)) {
      out.mark(origin);
      markOuter(inner);
    }
  }

  /// How a list's element looks where it may stay on one line at all.
  private static Optional<String> oneLine(Nix value) {
    return switch (value) {
      case ListOf(var values) ->
          switch (values.size()) {
            case 0 -> Optional.of("[ ]");
            case 1 -> oneLine(values.getFirst()).map(it -> "[ " + it + " ]");
            default -> Optional.empty();
          };
      case Attributes(var children) ->
          switch (children.size()) {
            case 0 -> Optional.of("{ }");
            case 1 -> {
              var child = children.entrySet().iterator().next();
              yield child.getValue().plain() instanceof Attributes
                  ? Optional.empty()
                  : binding(child.getValue())
                      .map(it -> "{ " + name(child.getKey()) + " = " + it + "; }");
            }
            default -> Optional.empty();
          };
      case Nix.From(_, var inner) -> oneLine(inner);
      case Nix.Code(var code) ->
          Optional.of("(" + code.strip() + ")")
              .filter(it -> it.indexOf('\n') < 0)
              // A comment would run over the parenthesis.
              .filter(it -> it.indexOf('#') < 0);
      // In a list, `-1` would be read as a subtraction.
      case Nix.Whole(var number) when number < 0 && number > Long.MIN_VALUE ->
          Optional.of("(" + number + ")");
      case Nix.Text _, Nix.Whole _, Nix.Flag _, Nix.Null _, Nix.Path _ ->
          Optional.of(scalar(value));
    };
  }

  private static Optional<String> binding(Nix value) {
    return switch (value) {
      case ListOf _, Attributes _, Nix.Code _ -> oneLine(value);
      case Nix.From(_, var inner) -> binding(inner);
      case Nix.Text _, Nix.Whole _, Nix.Flag _, Nix.Null _, Nix.Path _ ->
          Optional.of(scalar(value));
    };
  }

  private static String scalar(Nix value) {
    return switch (value) {
      case Nix.Text(var text) -> "\"" + escape(text) + "\"";
      // The smallest number has no literal of its own: its digits alone are out of range.
      case Nix.Whole(var number) when number == Long.MIN_VALUE -> "(" + (number + 1) + " - 1)";
      case Nix.Whole(var number) -> Long.toString(number);
      case Nix.Flag(var flag) -> Boolean.toString(flag);
      case Nix.Null() -> "null";
      case Nix.Path(var text) -> text;
      case Nix.From(_, var inner) -> scalar(inner);
      case ListOf _, Attributes _, Nix.Code _ -> throw new IllegalArgumentException("not a scalar");
    };
  }

  private static int width(String text) {
    return text.codePointCount(0, text.length());
  }

  private void blanks(int count) {
    out.blanks(count);
  }
}
