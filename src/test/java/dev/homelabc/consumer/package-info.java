/// Programs that read what homelabc writes, for tests to ask them whether they accept it.
///
/// A test that needs a program which is absent is skipped on a developer's machine and fails where
/// the environment variable `CI` is set, so that CI cannot pass without having asked.
@NullMarked
package dev.homelabc.consumer;

import org.jspecify.annotations.NullMarked;
