package dev.homelabc.value;

/// How many nodes may mount a disk at once, by the names of Kubernetes.
public enum AccessMode {
  ONE_NODE("ReadWriteOnce"),
  MANY_NODES("ReadWriteMany");

  private final String text;

  AccessMode(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
