package dev.homelabc.fuzz;

/// Entry point of the fuzzer: its bytes say how to spoil a lab.
public final class MutantFuzzer {
  private MutantFuzzer() {}

  public static void fuzzerTestOneInput(byte[] data) {
    var text = Mutant.of(data);
    try {
      Laws.check(text);
    } catch (RuntimeException | AssertionError | StackOverflowError e) {
      throw new AssertionError("for this text:\n" + text, e);
    }
  }
}
