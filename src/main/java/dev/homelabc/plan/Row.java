package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.plan.Subject.Kind;
import java.util.EnumMap;
import java.util.Map;

/// What a change of one property costs, for each kind of thing that it reaches.
///
/// @param path `vm/volume/size`
record Row(String path, Map<Kind, Judge> judges) {
  Row {
    judges = java.util.Collections.unmodifiableMap(new EnumMap<>(judges));
  }

  /// Values that only people read, or homelabc itself.
  static Row idle(String path, Kind kind) {
    return row(path, on(kind, Cost.NOTHING, Basis.NO_OUTPUT));
  }

  static Row row(String path, Cell... cells) {
    var judges = new EnumMap<Kind, Judge>(Kind.class);
    for (var cell : cells) {
      judges.put(cell.kind, cell.judge);
    }
    return new Row(path, judges);
  }

  record Cell(Kind kind, Judge judge) {}

  static Cell on(Kind kind, Cost cost, Basis basis) {
    return new Cell(kind, Judge.always(Effect.of(cost, basis)));
  }

  static Cell on(Kind kind, Cost cost, Basis basis, Message note) {
    return new Cell(kind, Judge.always(Effect.of(cost, basis).with(note)));
  }

  static Cell on(Kind kind, Judge judge) {
    return new Cell(kind, judge);
  }

  /// A microVM of which this is a part restarts.
  static Cell restarts() {
    return on(Kind.MICROVM, Cost.RESTART, Basis.RESTART_IF_CHANGED);
  }

  static Cell restarts(Message note) {
    return on(Kind.MICROVM, Cost.RESTART, Basis.RESTART_IF_CHANGED, note);
  }
}
