package dev.homelabc.graph;

import dev.homelabc.value.VlanId;
import java.util.Optional;

/// A line of text in a box. Its base line begins at (x, y) pixels from the upper left corner.
///
/// @param key a word of the language before the text, or nothing
/// @param mark the VLAN whose sign is to its left
record Line(int x, int y, TextStyle style, String key, String text, Optional<VlanId> mark) {
  /// The whole line.
  String whole() {
    return key.isEmpty() ? text : text.isEmpty() ? key : key + " " + text;
  }

  /// The pixel after its last one.
  int end() {
    return x + style.width(whole());
  }
}
