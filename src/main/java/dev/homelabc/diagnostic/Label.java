package dev.homelabc.diagnostic;

import dev.homelabc.source.Place;
import java.util.function.UnaryOperator;

/// A place in a source with a few words about it; the words may be empty.
public record Label(Place place, Message text) {
  Label moved(UnaryOperator<Place> origin) {
    return new Label(origin.apply(place), text);
  }
}
