package dev.homelabc.cli;

import java.util.Optional;
import java.util.regex.Pattern;

/// One of the replicas of a VM.
///
/// @param group the VM's name in the lab
/// @param number from 1
record Replica(String group, int number) {
  /// As many as the language allows.
  static final int MOST = 99;

  private static final Pattern NAME = Pattern.compile("(.+)-([0-9]{1,4})");

  /// Empty if there is no number at the end of the name.
  static Optional<Replica> of(String name) {
    var parts = NAME.matcher(name);
    return parts.matches()
        ? Optional.of(new Replica(parts.group(1), Integer.parseInt(parts.group(2))))
        : Optional.empty();
  }

  String name() {
    return "%s-%02d".formatted(group, number);
  }
}
