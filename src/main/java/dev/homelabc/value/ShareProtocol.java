package dev.homelabc.value;

/// How a folder of the host comes into a VM, by microvm.nix's names.
public enum ShareProtocol {
  /// By a daemon of root's on the host, `virtiofsd`.
  VIRTIOFS("virtiofs"),
  /// By the hypervisor itself, which runs as the user `microvm`.
  PLAN_9("9p");

  private final String text;

  ShareProtocol(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
