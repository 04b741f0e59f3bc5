package dev.homelabc.move;

import dev.homelabc.diagnostic.Message;

/// What becomes of a line of a VM when the VM moves.
enum Fate {
  CARRIED,
  CHANGED,
  CHECK,
  LEFT;

  /// The heading above such lines.
  Message words() {
    return switch (this) {
      case CARRIED -> Message.of("carried as it is");
      case CHANGED -> Message.of("becomes something else");
      case CHECK -> Message.of("carried, and to be looked at");
      case LEFT -> Message.of("not carried");
    };
  }
}
