package dev.homelabc.diagnostic;

import dev.homelabc.source.Place;

/// A finding that a comment of the lab allows: `# allow CODE: reason`.
///
/// @param reason as written
/// @param place the code in the comment
public record Allowed(Diagnostic finding, String reason, Place place) {}
