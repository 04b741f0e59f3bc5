/// The page, and a real browser that reads it.
@NullMarked
package dev.homelabc.review;

import org.jspecify.annotations.NullMarked;
