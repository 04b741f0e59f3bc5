package dev.homelabc.golden;

import java.util.List;

/// What accepting did: paths relative to the repository, sorted, and the cases it could not accept.
public record Accepted(List<String> written, List<String> removed, List<Deviation> refused) {
  public Accepted {
    written = List.copyOf(written);
    removed = List.copyOf(removed);
    refused = List.copyOf(refused);
  }
}
