package dev.homelabc.adopt;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.emit.Yaml;
import dev.homelabc.model.YamlNode;
import dev.homelabc.model.YamlNode.Mapping;
import dev.homelabc.model.YamlNode.Scalar;
import dev.homelabc.model.YamlNode.Sequence;
import java.util.List;
import java.util.regex.Pattern;

/// Writes an affinity as the text of its own that it is in a lab: in block style, aliases resolved,
/// each key and value on a line that is known to come from it.
record AffinityText(YamlFile file, LabWriter out) {
  /// Scalars that need no quotes, whatever stood around them.
  private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

  /// What some version of YAML takes for something else than a string; quoted where it was.
  private static final Pattern AMBIGUOUS =
      Pattern.compile("(?i)[0-9].*|y|n|yes|no|on|off|true|false|null");

  /// Reports what no text can hold.
  static void check(YamlNode node, Slips slips) {
    switch (node) {
      case Mapping mapping ->
          mapping
              .members()
              .forEach(it -> {
                check(it.key(), slips);
                check(it.value(), slips);
              });
      case Sequence sequence -> sequence.items().forEach(it -> check(it, slips));
      case Scalar scalar -> slips.isText(scalar, Message.of("the affinity"));
    }
  }

  static void write(Given<Mapping> affinity, YamlFile file, LabWriter out) {
    int start = out.begin("affinity");
    out.raw(" ");
    int text = out.length();
    out.raw("\"\"\"\n");
    new AffinityText(file, out).mapping(affinity.value(), out.margin(1), out.margin(1));
    out.raw(out.margin(1)).raw("\"\"\"");
    out.cover(text, affinity.key());
    out.end(start, affinity.key());
  }

  /// @param first what the first line begins with: the margin of all, or a dash at its end
  private void mapping(Mapping mapping, String first, String margin) {
    var begin = first;
    for (var member : mapping.members()) {
      out.raw(begin);
      scalar(member.key());
      out.raw(":");
      below(member.value(), margin);
      begin = margin;
    }
  }

  private void items(List<YamlNode> items, String first, String margin) {
    var begin = first;
    for (var item : items) {
      out.raw(begin).raw("-");
      switch (item) {
        case Mapping mapping when !mapping.members().isEmpty() ->
            mapping(mapping, " ", margin + LabWriter.STEP);
        case Sequence(_, var inner) when !inner.isEmpty() ->
            items(inner, " ", margin + LabWriter.STEP);
        case Mapping _, Sequence _, Scalar _ -> below(item, margin);
      }
      begin = margin;
    }
  }

  private void below(YamlNode value, String margin) {
    switch (value) {
      case Mapping mapping when !mapping.members().isEmpty() -> {
        out.raw("\n");
        mapping(mapping, margin + LabWriter.STEP, margin + LabWriter.STEP);
      }
      case Sequence(_, var items) when !items.isEmpty() -> {
        out.raw("\n");
        items(items, margin + LabWriter.STEP, margin + LabWriter.STEP);
      }
      case Mapping _ -> out.raw(" ").write("{}", file.at(value.span())).raw("\n");
      case Sequence _ -> out.raw(" ").write("[]", file.at(value.span())).raw("\n");
      case Scalar scalar -> {
        out.raw(" ");
        scalar(scalar);
        out.raw("\n");
      }
    }
  }

  private void scalar(Scalar scalar) {
    out.write(spelling(scalar), file.at(scalar.span()));
  }

  private static String spelling(Scalar scalar) {
    if (scalar.isNull()) {
      return "null";
    }
    boolean isSafe = PLAIN.matcher(scalar.value()).matches();
    return isSafe && (scalar.isPlain() || !AMBIGUOUS.matcher(scalar.value()).matches())
        ? scalar.value()
        : Yaml.quoted(scalar.value());
  }
}
