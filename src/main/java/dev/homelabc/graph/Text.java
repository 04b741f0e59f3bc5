package dev.homelabc.graph;

import dev.homelabc.value.VlanId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Lines below each other, from the upper left corner of a box.
final class Text {
  /// The sign of a VLAN's colour, with the space behind it.
  static final int MARK = 12;

  private static final int INDENT = 8;
  private static final int BETWEEN = 16;

  final List<Line> lines = new ArrayList<>();
  private final int width;
  private int y = Sizer.PADDING;

  /// @param width of the lines in pixels
  Text(int width) {
    this.width = width;
  }

  /// With the space below the last line.
  int height() {
    return y + Sizer.PADDING;
  }

  void heading(String heading) {
    add("", heading, TextStyle.HEADING, Optional.empty());
  }

  void title(Node node, TextStyle style) {
    add(node.kind().keyword(), node.title(), style, Optional.empty());
    y += 3;
  }

  void note(String note) {
    add("", note, TextStyle.NOTE, Optional.empty());
  }

  void fact(Fact fact) {
    add(fact.key(), fact.text(), TextStyle.FACT, fact.vlan());
  }

  /// Facts beside each other.
  void row(List<Fact> facts) {
    int x = 0;
    for (var fact : facts) {
      int wide = TextStyle.FACT.width(fact.toString());
      if (x > 0 && x + wide > width) {
        x = 0;
      }
      if (x == 0) {
        y += TextStyle.FACT.leading();
      }
      if (wide > width) {
        y -= TextStyle.FACT.leading();
        fact(fact);
        continue;
      }
      lines.add(
          new Line(
              Sizer.PADDING + x, y - 4, TextStyle.FACT, fact.key(), fact.text(), Optional.empty()));
      x += wide + BETWEEN;
    }
  }

  private void add(String key, String text, TextStyle style, Optional<VlanId> mark) {
    int from = mark.isPresent() ? MARK : 0;
    var whole = key.isEmpty() ? text : key + " " + text;
    var wrapped = Wrap.at(width - INDENT - from, whole, style);
    if (style.width(whole) <= width - from) {
      wrapped = List.of(whole.strip());
    }
    for (int i = 0; i < wrapped.size(); i++) {
      y += style.leading();
      var line = wrapped.get(i);
      boolean isFirst = i == 0;
      boolean hasKey = isFirst && !key.isEmpty();
      lines.add(
          new Line(
              Sizer.PADDING + from + (isFirst || style == TextStyle.NOTE ? 0 : INDENT),
              y - 4,
              style,
              hasKey ? key : "",
              hasKey ? line.substring(key.length()).strip() : line,
              isFirst ? mark : Optional.empty()));
    }
  }
}
