package dev.homelabc.source;

/// The first thing in a file that is not UTF-8.
///
/// @param span U+FFFD in the decoded text, where the bytes could not be read
/// @param value the first byte of it, 0 to 255
public record Undecodable(Span span, int value) {}
