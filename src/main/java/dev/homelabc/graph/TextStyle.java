package dev.homelabc.graph;

import java.util.Locale;

/// How a line of text looks.
enum TextStyle {
  HEADING(18, true),
  /// The name of what has things inside.
  FRAME(15, true),
  TITLE(13, true),
  NOTE(12, false),
  FACT(12, false),
  /// Beside an edge.
  LABEL(11, false);

  private final int size;
  private final boolean isBold;

  TextStyle(int size, boolean isBold) {
    this.size = size;
    this.isBold = isBold;
  }

  /// In pixels.
  int size() {
    return size;
  }

  boolean isBold() {
    return isBold;
  }

  /// From one base line to the next, in pixels.
  int leading() {
    return size + 4;
  }

  /// Pixels that no common font exceeds.
  int width(String text) {
    return (Glyphs.width(text, isBold) * size + 99) / 100;
  }

  /// Its name in the style sheet.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
