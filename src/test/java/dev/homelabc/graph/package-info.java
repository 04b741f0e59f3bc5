@NullMarked
package dev.homelabc.graph;

import org.jspecify.annotations.NullMarked;
