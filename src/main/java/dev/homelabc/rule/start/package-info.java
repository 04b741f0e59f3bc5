/// The order in which a host starts its VMs.
@NullMarked
package dev.homelabc.rule.start;

import org.jspecify.annotations.NullMarked;
