package dev.homelabc.model;

import dev.homelabc.source.Place;
import java.util.function.Function;

/// A value with its origin. Where two statements make it, the value is one with its origin again.
public record Sourced<T>(T value, Origin origin) {
  public Place place() {
    return origin.place();
  }

  public <R> Sourced<R> map(Function<? super T, ? extends R> change) {
    return new Sourced<>(change.apply(value), origin);
  }

  @Override
  public String toString() {
    return value.toString();
  }
}
