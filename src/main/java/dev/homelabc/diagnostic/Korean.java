package dev.homelabc.diagnostic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/// The Korean sentences, read when the first one is asked for.
///
/// `ko.txt` holds pairs of lines, the English sentence and the Korean one, with a blank line
/// between two pairs; a line that begins with `#` is a comment.
final class Korean {
  static final Map<String, String> SENTENCES = read();

  private Korean() {}

  private static Map<String, String> read() {
    try (var file = Korean.class.getResourceAsStream("ko.txt")) {
      var text = new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
      return pairs(text.lines().filter(it -> !it.isEmpty() && !it.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Map<String, String> pairs(List<String> lines) {
    var pairs = new HashMap<String, String>();
    for (int i = 0; i < lines.size(); i += 2) {
      if (pairs.put(lines.get(i), lines.get(i + 1)) != null) {
        throw new IllegalStateException("ko.txt has twice: " + lines.get(i));
      }
    }
    return Map.copyOf(pairs);
  }
}
