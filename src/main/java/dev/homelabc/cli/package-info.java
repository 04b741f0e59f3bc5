/// The command line: arguments in, text and an exit code out.
///
/// The only place besides `output`, `cluster` and `golden` that sees the machine it runs on, and
/// the only one that ends the process. One class per command; what a command does stands in the
/// packages above.
@NullMarked
package dev.homelabc.cli;

import org.jspecify.annotations.NullMarked;
