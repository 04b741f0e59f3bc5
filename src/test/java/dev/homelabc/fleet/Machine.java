package dev.homelabc.fleet;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;

/// The text of a VM, a statement at a time.
public final class Machine {
  private final String name;
  private final Map<String, String> statements = new LinkedHashMap<>();

  Machine(String name) {
    this.name = name;
  }

  public String name() {
    return name;
  }

  /// The statement that goes by a key.
  String get(String key) {
    return Objects.requireNonNull(statements.get(key));
  }

  /// Writes a statement, or another one in its place.
  void set(String key, String statement) {
    statements.put(key, statement);
  }

  @Override
  public String toString() {
    var text = new StringBuilder("\nvm ").append(name).append(" {\n");
    statements.values().forEach(it -> text.append("  ").append(it).append('\n'));
    return text.append("}\n").toString();
  }
}
