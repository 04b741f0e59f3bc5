package dev.homelabc.graph;

import dev.homelabc.value.VlanId;
import java.util.Optional;

/// A property of a node, as its box shows it.
///
/// @param key the word of the language for it, such as `ip`
/// @param vlan whose colour marks it
public record Fact(String key, String text, Optional<VlanId> vlan) {
  static Fact of(String key, Object value) {
    return new Fact(key, value.toString(), Optional.empty());
  }

  Fact in(VlanId its) {
    return new Fact(key, text, Optional.of(its));
  }

  @Override
  public String toString() {
    return key.isEmpty() ? text : key + " " + text;
  }
}
