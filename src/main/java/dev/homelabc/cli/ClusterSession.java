package dev.homelabc.cli;

import dev.homelabc.cluster.Cluster;
import dev.homelabc.cluster.ClusterFailure;
import dev.homelabc.cluster.Login;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import java.util.function.ToIntFunction;

/// Says what a cluster refuses, and what can be done about it.
final class ClusterSession {
  private ClusterSession() {}

  /// @param work what to do with the cluster; gives the exit code
  static int run(Terminal terminal, Login login, ToIntFunction<Cluster> work) {
    try (var cluster = login.open()) {
      return work.applyAsInt(cluster);
    } catch (ClusterFailure e) {
      say(terminal, e);
      return Exit.IO;
    }
  }

  static void say(Terminal terminal, ClusterFailure failure) {
    error(terminal, failure.what());
    failure.cures().forEach(terminal::help);
  }

  static void error(Terminal terminal, Message what) {
    terminal.err().println(terminal.text(Severity.ERROR.word()) + ": " + terminal.text(what));
  }
}
