package dev.homelabc.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/// The laws for every text, held to what fuzzing has found so far and to a few new texts. The
/// profile `fuzz` tries far more.
@Timeout(120)
class FuzzTest {
  private static final int MUTANTS = 2000;
  private static final int BYTES = 500;
  private static final long SEED = 25;

  @Test
  void theLawsHoldForAllThatWasFound() {
    var found = Seeds.below("src/test/resources/fuzz");
    assertThat(found).hasSizeGreaterThan(100);
    found.forEach(FuzzTest::check);
  }

  @Test
  void theLawsHoldForMutantsOfLabs() {
    var different = new HashSet<String>();
    for (int i = 0; i < MUTANTS; i++) {
      var text = Mutant.of(new Random(SEED + i)::nextInt);
      different.add(text);
      check(text);
    }
    assertThat(different).hasSizeGreaterThan(MUTANTS / 2);
  }

  @Test
  void theLawsHoldForAnyBytes() {
    for (int i = 0; i < BYTES; i++) {
      var random = new Random(SEED + i);
      var bytes = new byte[random.nextInt(200)];
      random.nextBytes(bytes);
      check(new String(bytes, StandardCharsets.UTF_8));
    }
  }

  @Test
  void bytesDecideWhatBecomesOfALab() {
    assertThat(Mutant.of(new byte[] {0, 3, 0, 2, 0, 9, 0, 1, 0, 7}))
        .isEqualTo(Mutant.of(new byte[] {0, 3, 0, 2, 0, 9, 0, 1, 0, 7}))
        .isNotEqualTo(Mutant.of(new byte[] {0, 3, 0, 2, 0, 9, 0, 0}));
    assertThat(Mutant.of(new byte[0])).isNotEmpty();
  }

  private static void check(String text) {
    assertThatCode(() -> Laws.check(text)).as(text).doesNotThrowAnyException();
  }
}
