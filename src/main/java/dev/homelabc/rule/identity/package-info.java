/// Names and addresses that only one may have.
@NullMarked
package dev.homelabc.rule.identity;

import org.jspecify.annotations.NullMarked;
