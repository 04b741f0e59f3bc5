/// What holds for any text whatever, and two ways to make texts: bytes as they are, and labs of
/// this repository with their tokens shuffled.
@NullMarked
package dev.homelabc.fuzz;

import org.jspecify.annotations.NullMarked;
