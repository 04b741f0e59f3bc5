/// The offline bundle: everything that a lab comes to in one archive, for places without a network.
///
/// [dev.homelabc.bundle.Bundle] is what is in it, [dev.homelabc.bundle.ImageList] what else such a
/// place has to be brought.
@NullMarked
package dev.homelabc.bundle;

import org.jspecify.annotations.NullMarked;
