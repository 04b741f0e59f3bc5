package dev.homelabc.fuzz;

import java.nio.charset.StandardCharsets;

/// Entry point of the fuzzer: its bytes are the text.
public final class TextFuzzer {
  private TextFuzzer() {}

  public static void fuzzerTestOneInput(byte[] data) {
    Laws.check(new String(data, StandardCharsets.UTF_8));
  }
}
