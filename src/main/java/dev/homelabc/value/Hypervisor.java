package dev.homelabc.value;

/// The hypervisors of microvm.nix that homelabc writes, by microvm.nix's names.
public enum Hypervisor {
  QEMU("qemu"),
  CLOUD_HYPERVISOR("cloud-hypervisor");

  private final String text;

  Hypervisor(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
