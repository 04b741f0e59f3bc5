/// The rules of this code base that a compiler does not check.
@NullMarked
package dev.homelabc.house;

import org.jspecify.annotations.NullMarked;
