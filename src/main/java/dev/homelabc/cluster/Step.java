package dev.homelabc.cluster;

/// What became of one object.
///
/// @param title its kind and name
public record Step(Outcome outcome, String title) {
  /// In a log as its name in brackets, in every language.
  public enum Outcome {
    CREATED,
    UPDATED,
    /// It was applied, and the cluster had nothing to change.
    UNCHANGED,
    /// It is there, and so it was left as it is.
    SKIPPED,
    FAILED,
    DELETED,
    /// It was to be deleted, and somebody needs it.
    KEPT
  }

  @Override
  public String toString() {
    return "[" + outcome + "] " + title;
  }
}
