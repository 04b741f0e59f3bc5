/// Draws the topology of a lab: what there is, sized and placed, as a picture or as text that other
/// programs draw.
@NullMarked
package dev.homelabc.graph;

import org.jspecify.annotations.NullMarked;
