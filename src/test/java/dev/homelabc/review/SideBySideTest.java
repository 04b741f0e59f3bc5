package dev.homelabc.review;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.review.SideBySide.Pair;
import dev.homelabc.review.SideBySide.Stretch;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SideBySideTest {
  @Test
  void foldsWhatIsAsBeforeButForThreeLinesAroundADifference() {
    var before = numbered(1, 30);
    var sides = SideBySide.of(before, before.replace("line 15\n", "line fifteen\n"));
    assertThat(sides.stretches())
        .extracting(Stretch::isFolded, it -> it.pairs().getFirst().before(), Stretch::count)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple(true, 1, 11),
            org.assertj.core.groups.Tuple.tuple(false, 12, 7),
            org.assertj.core.groups.Tuple.tuple(true, 19, 12));
    assertThat(sides.stretches().get(1).pairs())
        .contains(new Pair(15, 15, "line 15", "line fifteen"));
    assertThat(sides.added()).isEqualTo(1);
    assertThat(sides.removed()).isEqualTo(1);
  }

  @Test
  void hasEachLineOfBothOnce() {
    var before = numbered(1, 40).replace("line 3\n", "").replace("line 20\n", "x\ny\nz\n");
    var after = numbered(1, 40).replace("line 38\n", "");
    var pairs =
        SideBySide.of(before, after).stretches().stream()
            .flatMap(it -> it.pairs().stream())
            .toList();
    assertThat(pairs.stream().filter(it -> it.before() > 0).map(it -> it.was() + "\n"))
        .containsExactlyElementsOf(before.lines().map(it -> it + "\n").toList());
    assertThat(pairs.stream().filter(it -> it.after() > 0).map(it -> it.is() + "\n"))
        .containsExactlyElementsOf(after.lines().map(it -> it + "\n").toList());
    assertThat(pairs.stream().map(Pair::before).filter(it -> it > 0))
        .containsExactlyElementsOf(IntStream.rangeClosed(1, 41).boxed().toList());
  }

  @Test
  void ofALongFoldTheMiddleIsLeftOutAndCounted() {
    var before = numbered(1, 500) + "end\n";
    var fold = SideBySide.of(before, before.replace("end", "END")).stretches().getFirst();
    assertThat(fold.isFolded()).isTrue();
    assertThat(fold.count()).isEqualTo(497);
    assertThat(fold.pairs()).hasSize(81);
    assertThat(fold.pairs().get(40)).isEqualTo(Pair.gap(417));
    assertThat(fold.pairs().get(41).before()).isEqualTo(458);
  }

  @Test
  void aFileThatCameIsAllNew() {
    var sides = SideBySide.of("", "a\nb\n");
    assertThat(sides.stretches())
        .singleElement()
        .satisfies(it ->
            assertThat(it.pairs())
                .containsExactly(new Pair(0, 1, "", "a"), new Pair(0, 2, "", "b")));
  }

  @ParameterizedTest
  @CsvSource({
    "memory = 1024;, memory = 4096;, memory =|1024|;",
    "size 20GiB, size 20GiB # more, size 20GiB||",
    "size 20GiB # more, size 20GiB, size 20GiB| # more|",
    "alpha, omega, alpha||",
    "한국어 하나, 한국어 둘, 한국어|하나|"
  })
  void marksWhatDiffersWithinALine(String text, String other, String expected) {
    var it = Intraline.of(text, other);
    assertThat(it.head() + it.mark() + it.tail()).isEqualTo(text);
    assertThat(it.head().strip() + "|" + it.mark().stripTrailing() + "|" + it.tail())
        .isEqualTo(expected.replace("| #", "| #"));
  }

  @Test
  void cutsNoCharacterInTwo() {
    var it = Intraline.of("lab 🏠 home", "lab 🏡 home");
    assertThat(List.of(it.head(), it.mark(), it.tail())).containsExactly("lab ", "🏠", " home");
  }

  private static String numbered(int from, int to) {
    return IntStream.rangeClosed(from, to)
        .mapToObj(it -> "line " + it + "\n")
        .collect(Collectors.joining());
  }
}
