/// What becomes of a VM that runs elsewhere: on another host, in another project, or on the other
/// platform.
///
/// [dev.homelabc.move.Mover] answers; [dev.homelabc.move.Move] is the answer.
@NullMarked
package dev.homelabc.move;

import org.jspecify.annotations.NullMarked;
