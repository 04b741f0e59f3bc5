package dev.homelabc.cluster;

import java.time.Duration;
import java.time.Instant;

/// How time passes.
public interface Pace {
  Pace REAL =
      new Pace() {
        @Override
        public Instant now() {
          return Instant.now();
        }

        @Override
        public boolean pause(Duration time) {
          try {
            Thread.sleep(time);
            return true;
          } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
          }
        }
      };

  Instant now();

  /// Whether to go on after the pause.
  boolean pause(Duration time);
}
