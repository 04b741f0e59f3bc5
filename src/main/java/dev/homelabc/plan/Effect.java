package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;

/// What a change costs one thing that it reaches.
///
/// @param loses whether data is lost on the way to what the lab says
/// @param note what to know or to do, beyond the cost
record Effect(Cost cost, Basis basis, boolean loses, Message note) {
  static Effect of(Cost cost, Basis basis) {
    return new Effect(cost, basis, false, Message.NONE);
  }

  Effect with(Message what) {
    return new Effect(cost, basis, loses, what);
  }

  Effect losing() {
    return new Effect(cost, basis, true, note);
  }
}
