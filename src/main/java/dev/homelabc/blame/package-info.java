/// Which statements of a lab made a line of a file: the marks that values left when they were
/// printed, and for lines without one the statement that owns the block.
@NullMarked
package dev.homelabc.blame;

import org.jspecify.annotations.NullMarked;
