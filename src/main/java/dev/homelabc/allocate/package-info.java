/// Addresses that never move: what the sources leave to `auto` is assigned once, and `homelab.lock`
/// beside them remembers it. The disk is no business of this package; the lock is a text.
@NullMarked
package dev.homelabc.allocate;

import org.jspecify.annotations.NullMarked;
