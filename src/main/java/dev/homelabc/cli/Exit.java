package dev.homelabc.cli;

/// Exit codes. 70 and 74 are `EX_SOFTWARE` and `EX_IOERR` of sysexits(3).
final class Exit {
  static final int FINE = 0;

  /// The lab has errors, or something differs that should not.
  static final int FINDINGS = 1;

  /// The command line is wrong.
  static final int USAGE = 2;

  /// A plan loses data.
  static final int LOSES = 3;

  /// A bug of ours.
  static final int BUG = 70;

  /// Something cannot be read or written, or a cluster does not do what it is asked for.
  static final int IO = 74;

  private Exit() {}
}
