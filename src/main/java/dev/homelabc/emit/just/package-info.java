/// The target `just`: recipes for what people do with VMs and hosts.
@NullMarked
package dev.homelabc.emit.just;

import org.jspecify.annotations.NullMarked;
