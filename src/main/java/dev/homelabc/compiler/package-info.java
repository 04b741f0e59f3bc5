/// The spine: sources in, findings and files out. Pure: no disk, no clock, no environment.
@NullMarked
package dev.homelabc.compiler;

import org.jspecify.annotations.NullMarked;
