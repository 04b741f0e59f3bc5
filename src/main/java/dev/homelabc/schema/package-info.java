/// Which kinds and properties the language has, with their types, defaults and documentation. The
/// binder, the reference manual and every suggestion read this one table.
@NullMarked
package dev.homelabc.schema;

import org.jspecify.annotations.NullMarked;
