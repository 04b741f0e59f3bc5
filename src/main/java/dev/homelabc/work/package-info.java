/// How work is shared out over processors.
@NullMarked
package dev.homelabc.work;

import org.jspecify.annotations.NullMarked;
