package dev.homelabc.cluster;

import java.util.Optional;

/// A person at a terminal.
public interface Prompt {
  /// Whether there is one: without, nothing may be asked.
  boolean isAnswered();

  /// What is typed, and not shown meanwhile; empty where the input ends. The caller wipes it.
  Optional<char[]> secret(String question);

  /// What is typed; empty where the input ends.
  Optional<String> line(String question);
}
