package dev.homelabc.golden;

/// A difference between the repository's goldens and what the compiler makes now.
public sealed interface Deviation {
  /// The command that accepts what the compiler makes now.
  String CURE = "homelabc golden --accept";

  /// The file, relative to the repository.
  String path();

  /// The difference and its cure, for people; ends in a newline.
  String text();

  /// A golden that is not there yet.
  record Missing(String path) implements Deviation {
    @Override
    public String text() {
      return path + " is missing\nTo write it: " + CURE + "\n";
    }
  }

  /// A golden that no input makes any more.
  record Orphan(String path) implements Deviation {
    @Override
    public String text() {
      return path + " belongs to no case\nTo remove it: " + CURE + "\n";
    }
  }

  /// A golden with other bytes.
  ///
  /// @param diff unified, from the golden to what the compiler makes now
  record Differs(String path, String diff) implements Deviation {
    @Override
    public String text() {
      return path + " differs\n" + diff + "If it should: " + CURE + "\n";
    }
  }

  /// A case that no golden can cure: it does not show what it is there to show.
  record Unfit(String path, String reason) implements Deviation {
    @Override
    public String text() {
      return path + " " + reason + "\n";
    }
  }
}
