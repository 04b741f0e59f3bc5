package dev.homelabc.model;

import dev.homelabc.schema.Property;

/// A statement that a declaration has, of its own, of a profile, or because homelabc chose a value.
///
/// @param words keyword and arguments; of a text over several lines the keyword alone
/// @param text the whole of it in canonical form, in which `${…}` stays as it is
public record Stated(Property property, String words, String text, Origin origin) {}
