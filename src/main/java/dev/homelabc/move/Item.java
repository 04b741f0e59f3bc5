package dev.homelabc.move;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Stated;

/// A line of a VM and what becomes of it.
///
/// @param reason empty where it is carried as it is
record Item(Stated line, Fate fate, Message reason) {
  static Item carried(Stated line) {
    return new Item(line, Fate.CARRIED, Message.NONE);
  }

  static Item changed(Stated line, Message into) {
    return new Item(line, Fate.CHANGED, into);
  }

  static Item check(Stated line, Message what) {
    return new Item(line, Fate.CHECK, what);
  }

  static Item left(Stated line, Message why) {
    return new Item(line, Fate.LEFT, why);
  }
}
