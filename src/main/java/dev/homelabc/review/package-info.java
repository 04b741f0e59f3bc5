/// One page about a change of a lab, for who has to say yes to it: what it does to what runs, what
/// it costs, and every line of the output that differs. It needs no server and no network.
@NullMarked
package dev.homelabc.review;

import org.jspecify.annotations.NullMarked;
