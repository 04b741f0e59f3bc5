/// Classes that a test looks at from outside.
@NullMarked
package dev.homelabc.diagnostic.samples;

import org.jspecify.annotations.NullMarked;
