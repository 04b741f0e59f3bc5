package dev.homelabc.graph;

import java.util.Locale;

/// What a node of a picture stands for.
///
/// The keyword is the word of the language for it, which stands before its name; empty where the
/// name says enough.
public enum Kind {
  VLAN("vlan", Shape.BOX),
  /// The untagged network behind the uplinks of hosts, where no VLAN describes it.
  LAN("", Shape.BOX),
  HOST("host", Shape.FRAME),
  BRIDGE("bridge", Shape.BOX),
  /// VMs that are attached alike, or that start after the same ones.
  GROUP("", Shape.GRID),
  VM("", Shape.BOX),
  PROJECT("openshift", Shape.FRAME),
  NETWORK("network", Shape.BOX),
  CLUSTER("cluster", Shape.FRAME),
  /// The control plane or the workers of a cluster.
  ROLE("", Shape.GRID),
  DEPLOYMENT("deployment", Shape.BOX);

  /// How a node is laid out.
  enum Shape {
    /// Text, and nothing inside.
    BOX,
    /// A heading, and boxes in rows below.
    GRID,
    /// A heading, and boxes and grids with edges below.
    FRAME
  }

  private final String keyword;
  private final Shape shape;

  Kind(String keyword, Shape shape) {
    this.keyword = keyword;
    this.shape = shape;
  }

  String keyword() {
    return keyword;
  }

  Shape shape() {
    return shape;
  }

  /// Its name in the output for programs.
  String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
