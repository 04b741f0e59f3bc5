package dev.homelabc.value;

/// The hypervisors of microvm.nix, by its names and in its order (`lib/default.nix`). What each can
/// do is in [Capability].
public enum Hypervisor {
  QEMU("qemu"),
  CLOUD_HYPERVISOR("cloud-hypervisor"),
  FIRECRACKER("firecracker"),
  CROSVM("crosvm"),
  KVMTOOL("kvmtool"),
  STRATOVIRT("stratovirt"),
  ALIOTH("alioth"),
  /// Runs on macOS only, so no host of a lab has it.
  VFKIT("vfkit");

  private final String text;

  Hypervisor(String text) {
    this.text = text;
  }

  @Override
  public String toString() {
    return text;
  }
}
