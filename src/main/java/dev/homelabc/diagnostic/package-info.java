/// What we tell people and how it looks: codes, findings, and the renderers that show them.
@NullMarked
package dev.homelabc.diagnostic;

import org.jspecify.annotations.NullMarked;
