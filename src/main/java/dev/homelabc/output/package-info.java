/// A tree of files as a value, and the one place that writes it to disk.
///
/// Emitters put text into an [OutputTree]; an [OutputDirectory] brings a folder to that state. It
/// writes and removes only files that it wrote before, so nothing that a person made is ever lost,
/// and a build that was killed halfway is completed by the next one.
@NullMarked
package dev.homelabc.output;

import org.jspecify.annotations.NullMarked;
