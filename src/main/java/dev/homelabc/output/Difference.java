package dev.homelabc.output;

/// A file of an output folder that is not what the tree makes of it.
public sealed interface Difference {
  /// Where it is, below the output folder, with `/`.
  String path();

  /// Not there yet.
  record Missing(String path) implements Difference {}

  /// As an earlier build wrote it.
  record Stale(String path, String present, String wanted) implements Difference {}

  /// Changed by somebody since a build wrote it: the next build would refuse to overwrite it.
  record Edited(String path, String present, String wanted) implements Difference {}

  /// Of an earlier build, and no longer part of the tree.
  record Extra(String path) implements Difference {}

  /// In the way of a build for another reason.
  record Blocked(Conflict conflict) implements Difference {
    @Override
    public String path() {
      return conflict.path();
    }
  }
}
