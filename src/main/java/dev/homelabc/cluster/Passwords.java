package dev.homelabc.cluster;

import dev.homelabc.diagnostic.Message;
import java.util.Optional;
import java.util.SortedMap;
import java.util.function.Function;

/// Where the passwords of accounts come from.
public sealed interface Passwords permits TypedPasswords, GivenPasswords {

  /// What is wrong with a password where it is to stand; empty if nothing is.
  interface Objection extends Function<char[], Optional<Message>> {}

  /// A password of each account. The caller wipes them.
  ///
  /// @param accounts with what each one's password must not be
  /// @throws ClusterFailure where there is none, or none that can be used
  SortedMap<String, char[]> of(SortedMap<String, Objection> accounts);
}
