/// The domain's values, each read and checked once: addresses, sizes, names, ports. A value that
/// exists is well-formed; what is wrong with a text is a [dev.homelabc.value.Problem].
@NullMarked
package dev.homelabc.value;

import org.jspecify.annotations.NullMarked;
