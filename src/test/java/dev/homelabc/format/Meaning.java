package dev.homelabc.format;

import dev.homelabc.schema.Body;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Schema;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Quotes;
import dev.homelabc.syntax.Statement;
import dev.homelabc.syntax.Token.Kind;
import java.util.List;
import java.util.Locale;

/// What formatting must keep, as text: the tree with its values, and the comments.
public final class Meaning {
  private Meaning() {}

  public static String tree(Parsed parsed) {
    var out = new StringBuilder();
    statements(Schema.KINDS, parsed.statements(), out);
    return out.toString();
  }

  public static List<String> comments(Parsed parsed) {
    SourceFile source = parsed.source();
    return parsed.tokens().stream()
        .filter(it -> it.kind() == Kind.COMMENT)
        .map(it -> source.text(it.span()).stripTrailing())
        .toList();
  }

  /// @param known what may stand here; nothing where the block is data for somebody else
  private static void statements(
      List<Property> known, List<Statement> statements, StringBuilder out) {
    for (var statement : statements) {
      var keyword = statement.keyword().text();
      var property = known.stream().filter(it -> it.name().equals(keyword)).findFirst();
      out.append(keyword);
      statement.arguments().forEach(it -> argument(it, known.isEmpty(), out));
      boolean isBare = statement.arguments().isEmpty() && statement.block().isEmpty();
      out.append(isBare && property.filter(Spelling::isSwitch).isPresent() ? " true" : "");
      var body = property.map(Property::body).orElse(new Body.None());
      statement
          .block()
          .ifPresent(block -> {
            out.append(" {\n");
            statements(body.properties(), block.statements(), out);
            out.append("}");
          });
      out.append('\n');
    }
  }

  private static void argument(Argument argument, boolean isData, StringBuilder out) {
    out.append(' ');
    switch (argument) {
      case Argument.Word(_, var text) -> out.append(isData ? text : value(text));
      case Argument.Quoted(_, var raw) ->
          out.append(isData ? '"' + Quotes.decode(raw) + '"' : value(Quotes.decode(raw)));
      case Argument.Text(_, var raw) -> out.append("<<").append(raw).append(">>");
      case Argument.Items(_, var items) -> {
        out.append('[');
        items.forEach(it -> argument(it, isData, out));
        out.append(']');
      }
      case Argument.Broken _ -> out.append("broken");
    }
  }

  private static String value(String text) {
    if (text.matches("([0-9A-Fa-f]{2}:){5}[0-9A-Fa-f]{2}")) {
      return text.toLowerCase(Locale.ROOT);
    }
    return text.matches("[0-9]+[MGT](B|i|iB)") ? text.replaceFirst("(B|i|iB)$", "iB") : text;
  }
}
