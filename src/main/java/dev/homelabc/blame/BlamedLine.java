package dev.homelabc.blame;

import java.util.List;

/// A line of output and what made it.
///
/// @param causes the first one is the one to look at; there is always one
/// @param isOwn whether a value on the line comes from there; if not, the causes own the block that
///   the line is in
public record BlamedLine(String text, List<Cause> causes, boolean isOwn) {
  public BlamedLine {
    causes = List.copyOf(causes);
  }

  public Cause cause() {
    return causes.getFirst();
  }
}
