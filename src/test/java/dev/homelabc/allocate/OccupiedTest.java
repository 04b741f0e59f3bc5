package dev.homelabc.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OccupiedTest {
  private static final int NUMBERS = 64;

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 5, 8, 13})
  void agreesWithASet(long seed) {
    var random = new Random(seed);
    var occupied = new Occupied();
    var set = new TreeSet<Long>();
    for (int i = 0; i < 12; i++) {
      long first = random.nextInt(NUMBERS);
      long last = Math.min(NUMBERS - 1, first + random.nextInt(6));
      occupied.add(first, last);
      for (long number = first; number <= last; number++) {
        set.add(number);
      }
      long free = 0;
      for (long number = NUMBERS - 1; number >= 0; number--) {
        free += set.contains(number) ? 0 : 1;
        assertThat(occupied.contains(number)).isEqualTo(set.contains(number));
        assertThat(occupied.free(number, NUMBERS - 1)).isEqualTo(free);
        var next = occupied.firstFree(number, NUMBERS - 1);
        long from = number;
        while (set.contains(from)) {
          from++;
        }
        assertThat(next.isPresent()).isEqualTo(from < NUMBERS);
        assertThat(next.orElse(from)).isEqualTo(from);
      }
    }
  }
}
