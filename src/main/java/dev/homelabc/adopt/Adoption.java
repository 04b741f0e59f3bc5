package dev.homelabc.adopt;

import dev.homelabc.diagnostic.Report;
import java.util.Optional;

/// What became of files of another program.
///
/// @param lab the text of the whole lab in canonical form, which builds; none where there are
///   errors
/// @param report what is wrong, left out or different, at its place in those files
public record Adoption(Optional<String> lab, Report report) {}
