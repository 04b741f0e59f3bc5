/// The typed lab: what the sources mean, with the origin of each value. The only way to get one is
/// to bind it; references are resolved, defaults filled in, replicas expanded.
@NullMarked
package dev.homelabc.model;

import org.jspecify.annotations.NullMarked;
