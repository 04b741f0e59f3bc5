/// Text and the places in it. Everything that we tell people points into these.
@NullMarked
package dev.homelabc.source;

import org.jspecify.annotations.NullMarked;
