package dev.homelabc.work;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TogetherTest {
  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 255, 256, 10_000})
  void keepsTheOrder(int count) {
    assertThat(Together.map(numbers(count), it -> it + 1))
        .isEqualTo(IntStream.rangeClosed(1, count).boxed().toList());
  }

  @ParameterizedTest
  @ValueSource(ints = {100, 10_000})
  void throwsWhatTheFirstInOrderThrew(int count) {
    var failures =
        numbers(count).stream().map(it -> new IllegalStateException("number " + it)).toList();

    assertThatThrownBy(() ->
            Together.map(
                numbers(count),
                it -> {
                  if (it % 50 == 7) {
                    throw failures.get(it);
                  }
                  return it;
                }))
        .isSameAs(failures.get(7));
  }

  @Test
  void doesFewThingsInTheCallersThread() {
    assertThat(Together.map(numbers(255), _ -> Thread.currentThread()))
        .containsOnly(Thread.currentThread());
  }
}
