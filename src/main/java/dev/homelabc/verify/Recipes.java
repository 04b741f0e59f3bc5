package dev.homelabc.verify;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/// The lines of a justfile.
record Recipes(List<String> lines) {
  static Recipes read(Path justfile) {
    try {
      return new Recipes(Files.readAllLines(justfile));
    } catch (IOException e) {
      throw new UncheckedIOException("cannot read " + justfile + ": " + e.getMessage(), e);
    }
  }

  /// Where a line of what a recipe runs is written, from 1: one that just fills in is not found,
  /// and then it is the recipe's first.
  int line(String recipe, String script) {
    int first = 0;
    while (first < lines.size() && !lines.get(first).matches(recipe + "\\b[^=]*:.*")) {
      first++;
    }
    for (int i = first + 1; i < lines.size() && !isHead(lines.get(i)); i++) {
      if (lines.get(i).strip().equals(script.strip())) {
        return i + 1;
      }
    }
    return Math.min(first + 1, lines.size());
  }

  private static boolean isHead(String line) {
    return !line.isBlank() && !Character.isWhitespace(line.charAt(0));
  }
}
