package dev.homelabc.verify;

import dev.homelabc.output.RelPath;

/// What a program says against a file of the tree.
///
/// @param program its name
/// @param line from 1; the first one where the program names none
/// @param text its own words, several lines perhaps
public record Complaint(String program, RelPath file, int line, String text) {}
