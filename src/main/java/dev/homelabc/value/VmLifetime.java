package dev.homelabc.value;

import java.util.Locale;

/// Whether VMs come and go with their host's configuration.
///
/// Imperative ones live outside of their host's closure: they are installed one by one, and a
/// rebuild of the host leaves them running.
public enum VmLifetime {
  DECLARED,
  IMPERATIVE;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
