/// The programs that read what we write, where they are installed, and what they say of it.
@NullMarked
package dev.homelabc.verify;

import org.jspecify.annotations.NullMarked;
