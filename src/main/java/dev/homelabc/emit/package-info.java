/// Lab to files, through templates. FreeMarker stays behind [dev.homelabc.emit.Templates].
///
/// A template reads like the file that it makes: it prints and loops, and never decides. What it
/// prints are view records of the sub-package of its [dev.homelabc.emit.Target]. An interpolation
/// `[=x]` writes a string escaped for the inside of `"…"`, a number or boolean as it is, and a
/// [dev.homelabc.emit.Nix] or [dev.homelabc.emit.Yaml] value laid out for the place where it
/// stands.
@NullMarked
package dev.homelabc.emit;

import org.jspecify.annotations.NullMarked;
