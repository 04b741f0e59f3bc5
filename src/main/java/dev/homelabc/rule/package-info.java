/// The laws of a lab, one file each. A law sees the whole lab at once and reports every owner that
/// takes part; it reads values that are well-formed already and never parses text.
@NullMarked
package dev.homelabc.rule;

import org.jspecify.annotations.NullMarked;
