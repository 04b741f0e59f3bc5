package dev.homelabc.move;

import dev.homelabc.diagnostic.Message;

/// A line that a VM needs at its new place.
///
/// @param line as it may be written; a person may know better
record Addition(String line, Message why) {}
