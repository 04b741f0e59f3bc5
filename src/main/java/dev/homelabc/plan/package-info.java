/// What a change of a lab does to what runs: which machines restart, which networks reload, what
/// has to be done by hand, and what is lost.
///
/// Two labs are compiled; their declarations, with profiles and defaults applied, are compared
/// property by property, and a table says what each costs. The files that both compile to are
/// compared as well, so that nothing changes that the plan does not name.
@NullMarked
package dev.homelabc.plan;

import org.jspecify.annotations.NullMarked;
