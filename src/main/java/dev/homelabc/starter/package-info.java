/// What a new lab begins with.
@NullMarked
package dev.homelabc.starter;

import org.jspecify.annotations.NullMarked;
