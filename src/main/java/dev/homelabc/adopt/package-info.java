/// Labs out of the files of other programs, with every finding at the place in those files.
@NullMarked
package dev.homelabc.adopt;

import org.jspecify.annotations.NullMarked;
