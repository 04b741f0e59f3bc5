package dev.homelabc.value;

/// How a guest's network interface is attached, by microvm.nix's names.
public enum InterfaceType {
  /// A TAP on the bridge of the VM's host.
  TAP("tap"),
  /// A macvtap on another interface of the host.
  MACVTAP("macvtap"),
  /// A port that QEMU makes on a bridge of its own choice.
  BRIDGE("bridge"),
  /// QEMU's user-mode network, which shares the host's connections.
  USER("user");

  private final String text;

  InterfaceType(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
