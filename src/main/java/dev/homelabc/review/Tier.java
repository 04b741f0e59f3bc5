package dev.homelabc.review;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.plan.Cost;
import dev.homelabc.plan.Entry;
import dev.homelabc.plan.State;
import java.util.Locale;

/// How much something matters to who has to agree, the most first.
enum Tier {
  LOSES("▲"),
  INTERRUPTS("■"),
  BY_HAND("◆"),
  GOES_ON("●"),
  NEW("+"),
  NOTHING("○");

  private final String sign;

  Tier(String sign) {
    this.sign = sign;
  }

  static Tier of(Entry entry) {
    if (entry.isDestructive()) {
      return LOSES;
    }
    boolean isAway = entry.costs().stream().anyMatch(Tier::interrupts);
    if (isAway) {
      return INTERRUPTS;
    }
    if (entry.costs().contains(Cost.MANUAL)) {
      return BY_HAND;
    }
    if (entry.state() == State.ADDED) {
      return NEW;
    }
    return entry.cost() == Cost.NOTHING ? NOTHING : GOES_ON;
  }

  private static boolean interrupts(Cost cost) {
    return switch (cost) {
      case STOP, RESTART, NETWORK_RESTART, REBOOT, RECREATE -> true;
      case NOTHING, LIVE, RELOAD, NETWORK_RELOAD, ROLLOUT, MANUAL -> false;
    };
  }

  Message title() {
    return switch (this) {
      case LOSES -> Message.of("Data is lost");
      case INTERRUPTS -> Message.of("Interrupted for a while");
      case BY_HAND -> Message.of("Steps by hand");
      case GOES_ON -> Message.of("Changes while it runs");
      case NEW -> Message.of("New");
      case NOTHING -> Message.of("Nothing to do");
    };
  }

  String sign() {
    return sign;
  }

  /// Its name in the style sheet.
  String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
