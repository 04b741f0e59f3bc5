/// Memory, CPUs and disks: what a machine has and what is asked of it.
@NullMarked
package dev.homelabc.rule.capacity;

import org.jspecify.annotations.NullMarked;
