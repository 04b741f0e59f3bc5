/// Text to a lossless tree. Knows statements, words and strings, and no keyword; bad text is
/// reported and mended, never thrown. ANTLR stays behind [dev.homelabc.syntax.Parser].
@NullMarked
package dev.homelabc.syntax;

import org.jspecify.annotations.NullMarked;
