package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Origin;
import java.util.Optional;

/// One value of a lab, as it holds for what it is about.
///
/// @param owner what states it: `vlan services`
/// @param path the properties down to it, `vm/volume/size`; in the last brackets what follows from
///   the lab without being a property, `host/(tap)`
/// @param label the same with its keys: `volume data size`
/// @param title the label as people read it
/// @param value what it says, spelled as in the language; empty where the label says it all
/// @param detail of a block: what it says inside
/// @param origin where it is stated; empty where it follows from the rest
record Fact(
    String owner,
    String path,
    String label,
    Message title,
    String value,
    String detail,
    Optional<Origin> origin) {
  /// What follows from the rest of the lab.
  static Fact derived(Subject owner, String path, Message title, String value) {
    return new Fact(owner.id(), path, title.toString(), title, value, "", Optional.empty());
  }

  /// What tells it from the others that hold for the same thing.
  Mark mark() {
    return new Mark(owner, label);
  }

  record Mark(String owner, String label) {}

  /// Whether it is inside of the block that has this label.
  boolean isInside(String block) {
    return label.startsWith(block + " ");
  }
}
