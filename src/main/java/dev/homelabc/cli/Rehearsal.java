package dev.homelabc.cli;

import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;

/// Runs what people run all day, so that the virtual machine can note which classes that takes and
/// keep them for later starts. Called by the launcher and where a distribution is made.
public final class Rehearsal {
  private Rehearsal() {}

  /// Ends the process where a command fails.
  ///
  /// @param args the folder of a lab and, to rehearse more than `check` and `fmt`, one to build to
  public static void main(String[] args) {
    run("check", args[0]);
    run("fmt", "--check", args[0]);
    if (args.length > 1) {
      run("build", args[0], "-o", args[1]);
      run("build", args[0], "-o", args[1]);
      // The second had no need to compare.
      run("build", "--check", args[0], "-o", args[1]);
    }
  }

  private static void run(String... args) {
    var out = new PrintWriter(System.out, false, StandardCharsets.UTF_8);
    var err = new PrintWriter(System.err, true, StandardCharsets.UTF_8);
    int code = Main.run(args, new Terminal(out, err), System.getenv());
    if (code != Exit.FINE) {
      System.exit(code);
    }
  }
}
