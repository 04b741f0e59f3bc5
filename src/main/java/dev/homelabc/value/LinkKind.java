package dev.homelabc.value;

/// How a secondary network of an OpenShift project reaches the nodes.
public enum LinkKind {
  LINUX_BRIDGE("linux-bridge"),
  LOCALNET("localnet"),
  LAYER2("layer2"),
  EXISTING("existing");

  private final String text;

  LinkKind(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
