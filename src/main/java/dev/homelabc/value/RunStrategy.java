package dev.homelabc.value;

/// KubeVirt's `spec.runStrategy`, by KubeVirt's names.
public enum RunStrategy {
  ALWAYS("Always"),
  HALTED("Halted"),
  MANUAL("Manual"),
  RERUN_ON_FAILURE("RerunOnFailure"),
  ONCE("Once");

  private final String text;

  RunStrategy(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
