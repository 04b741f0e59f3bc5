package dev.homelabc.cluster;

import java.util.List;
import java.util.Optional;

/// How a VM is.
///
/// @param phase as KubeVirt prints it, but for errors that pass; `Absent` where it is not there,
///   `Foreign` where one is that we did not make, and `Created` until KubeVirt has looked at it
/// @param isSettled whether it is where its run strategy wants it: ready, or stopped
/// @param node where it runs
/// @param addresses one an interface, as far as known
/// @param message why it is not ready, if KubeVirt says
/// @param isBehind whether it runs with earlier values, and takes the present ones at its next
///   start
public record VmState(
    String name,
    String phase,
    boolean isSettled,
    Optional<String> node,
    List<Address> addresses,
    List<Disk> disks,
    Optional<String> message,
    boolean isBehind) {
  static final String ABSENT = "Absent";
  static final String FOREIGN = "Foreign";
  static final String CREATED = "Created";

  public VmState {
    addresses = List.copyOf(addresses);
    disks = List.copyOf(disks);
  }

  /// An address of an interface.
  ///
  /// @param network the interface's name
  /// @param text one address or several
  /// @param isPlanned whether the lab says so, and the cluster does not know
  public record Address(String network, String text, boolean isPlanned) {
    @Override
    public String toString() {
      return isPlanned ? text + " (planned)" : text;
    }
  }

  /// A disk that is copied from an image.
  ///
  /// @param phase of the DataVolume
  /// @param progress of the copy: `45.34%`
  /// @param claim phase of the PVC
  /// @param message what goes wrong
  public record Disk(
      String name,
      String phase,
      Optional<String> progress,
      Optional<String> claim,
      Optional<String> message) {
    public boolean isWhole() {
      return phase.equals("Succeeded");
    }

    boolean isLost() {
      return phase.equals("Failed");
    }

    /// Phase and progress.
    @Override
    public String toString() {
      return phase + progress.map(it -> " " + it).orElse("");
    }
  }

  /// What changes while it comes up, on one line.
  public String summary() {
    var text = new StringBuilder(phase);
    disks.stream()
        .filter(it -> !it.isWhole() && !it.phase.equals(ABSENT))
        .forEach(it -> text.append(", ").append(it.name).append(": ").append(it));
    return text.toString();
  }

  boolean hasLostDisk() {
    return disks.stream().anyMatch(Disk::isLost);
  }
}
