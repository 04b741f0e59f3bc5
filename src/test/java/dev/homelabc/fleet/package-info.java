/// Labs of any size, made for tests and benchmarks.
@NullMarked
package dev.homelabc.fleet;

import org.jspecify.annotations.NullMarked;
