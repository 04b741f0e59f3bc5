package dev.homelabc.cluster;

import java.time.Instant;
import java.util.List;

/// How the VMs of a scope are.
///
/// @param at when it was so
/// @param troubles the latest warnings about them, oldest first
public record Situation(Instant at, List<VmState> vms, List<Trouble> troubles) {
  public Situation {
    vms = List.copyOf(vms);
    troubles = List.copyOf(troubles);
  }

  /// A Warning event.
  ///
  /// @param about kind and name of an object
  /// @param count how often it happened
  public record Trouble(Instant at, String about, String reason, String message, int count) {}
}
