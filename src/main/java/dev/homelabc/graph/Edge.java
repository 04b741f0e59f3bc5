package dev.homelabc.graph;

import dev.homelabc.value.VlanId;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/// A connection of two nodes.
///
/// @param from id of a node
/// @param to id of a node
/// @param labels lines of text beside it
/// @param vlan whose colour it has
public record Edge(String from, String to, Kind kind, List<String> labels, Optional<VlanId> vlan) {
  public Edge {
    labels = List.copyOf(labels);
  }

  /// What a connection is.
  public enum Kind {
    /// A VLAN or the LAN reaches a bridge, or a VLAN the network of a project.
    CARRIES,
    /// VMs are attached to a bridge or network, or past the host's bridge to the VLAN itself.
    ATTACHES,
    /// The first starts before the second.
    STARTS_BEFORE,
    /// Workers join the control plane.
    JOINS,
    /// Nodes run a deployment.
    RUNS;

    /// Its name in the output for programs.
    String word() {
      return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    boolean isDirected() {
      return switch (this) {
        case CARRIES, ATTACHES -> false;
        case STARTS_BEFORE, JOINS, RUNS -> true;
      };
    }
  }

  static Edge of(String from, String to, Kind kind, List<String> labels) {
    return new Edge(from, to, kind, labels, Optional.empty());
  }

  Edge in(Optional<VlanId> its) {
    return new Edge(from, to, kind, labels, its);
  }
}
