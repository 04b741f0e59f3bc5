package dev.homelabc.move;

import dev.homelabc.model.OpenShiftProject.Network;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;

/// Which networks of a project are VLANs of the lab.
final class Wires {
  private Wires() {}

  /// Whether both have one tag on the wire, or one subnet where either has none.
  static boolean same(Network network, Vlan vlan) {
    var tag = network.vlan().map(Sourced::value);
    var other = vlan.tag().map(Sourced::value);
    if (tag.isPresent() && other.isPresent()) {
      return tag.equals(other);
    }
    return network.range().filter(it -> it.value().equals(vlan.subnet().value())).isPresent();
  }
}
