/// Shares, volumes and where they are mounted.
@NullMarked
package dev.homelabc.rule.storage;

import org.jspecify.annotations.NullMarked;
