package dev.homelabc.plan;

import dev.homelabc.value.Reading;
import dev.homelabc.value.Size;
import java.util.Optional;
import java.util.stream.Stream;

/// A value before and after, as it reaches a subject that both labs have.
record Delta(Subject subject, Optional<Fact> before, Optional<Fact> after, Side old, Side now) {
  Fact any() {
    return after.or(() -> before).orElseThrow();
  }

  boolean isAdded() {
    return before.isEmpty();
  }

  boolean isRemoved() {
    return after.isEmpty();
  }

  String was() {
    return before.map(Fact::value).orElse("");
  }

  String is() {
    return after.map(Fact::value).orElse("");
  }

  /// Whether it says nothing else than before.
  boolean isSame() {
    return before.isPresent() && after.isPresent() && was().equals(is());
  }

  /// Whether a size is less than it was.
  boolean shrinks() {
    return Stream.of(was(), is()).map(Size::read).allMatch(Reading.Good.class::isInstance)
        && size(is()).compareTo(size(was())) < 0;
  }

  private static Size size(String text) {
    return ((Reading.Good<Size>) Size.read(text)).value();
  }
}
