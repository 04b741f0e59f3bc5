package dev.homelabc.diagnostic;

import dev.homelabc.source.Place;

/// A place in a source with a few words about it; the words may be empty.
public record Label(Place place, Message text) {}
