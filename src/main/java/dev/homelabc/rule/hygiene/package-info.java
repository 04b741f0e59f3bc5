/// How a lab is written.
@NullMarked
package dev.homelabc.rule.hygiene;

import org.jspecify.annotations.NullMarked;
