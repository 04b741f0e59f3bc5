/// The canonical form of a file: one spelling for each statement, without options.
@NullMarked
package dev.homelabc.format;

import org.jspecify.annotations.NullMarked;
