package dev.homelabc.review;

import java.util.ArrayList;
import java.util.List;

/// A piece of a sentence: words, or code that stood between backquotes.
record Part(String text, boolean isCode) {
  /// The pieces of a sentence. One whose backquotes are no pairs has no code.
  static List<Part> of(String sentence) {
    var pieces = sentence.split("`", -1);
    if (pieces.length % 2 == 0) {
      return List.of(new Part(sentence, false));
    }
    var parts = new ArrayList<Part>();
    for (int i = 0; i < pieces.length; i++) {
      if (!pieces[i].isEmpty()) {
        parts.add(new Part(pieces[i], i % 2 == 1));
      }
    }
    return parts;
  }
}
