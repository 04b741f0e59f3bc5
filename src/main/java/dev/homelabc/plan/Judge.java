package dev.homelabc.plan;

/// Says what a change costs, where that depends on the values.
@FunctionalInterface
interface Judge {
  Effect of(Delta delta);

  static Judge always(Effect effect) {
    return _ -> effect;
  }
}
