package dev.homelabc.fuzz;

import dev.homelabc.compiler.Codes;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// The labs of this repository: examples, goldens, and those that the codes explain themselves by.
final class Seeds {
  static final List<String> ALL = read();

  private Seeds() {}

  /// The texts below some folders, bytes that are not UTF-8 replaced.
  static List<String> below(String... folders) {
    var texts = new ArrayList<String>();
    for (var folder : folders) {
      try (var files = Files.walk(Path.of(folder))) {
        for (var file : files.filter(it -> it.toString().endsWith(".lab")).sorted().toList()) {
          texts.add(new String(Files.readAllBytes(file), StandardCharsets.UTF_8));
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return texts;
  }

  private static List<String> read() {
    var texts = new ArrayList<>(below("examples", "golden"));
    for (var code : Codes.ALL) {
      texts.add(code.bad());
      texts.add(code.good());
    }
    return List.copyOf(texts);
  }
}
