package dev.homelabc.cli;

import java.io.PrintWriter;
import java.time.Duration;

/// A line that tells a waiting person what is going on. It appears after a second and goes away
/// when the work is done; where nobody watches there is none.
final class Progress implements AutoCloseable {
  private static final Duration PATIENCE = Duration.ofSeconds(1);

  private final PrintWriter err;
  private final Thread teller;
  private volatile String doing;

  private Progress(PrintWriter err, String doing) {
    this.err = err;
    this.doing = doing;
    this.teller = Thread.ofPlatform().daemon().unstarted(this::tell);
  }

  static Progress of(Terminal terminal, String doing) {
    var progress = new Progress(terminal.err(), doing);
    if (terminal.errStyle().isWatched()) {
      progress.teller.start();
    }
    return progress;
  }

  void now(String next) {
    doing = next;
  }

  private void tell() {
    try {
      Thread.sleep(PATIENCE);
      for (int seconds = 1; ; seconds++) {
        err.print("\r\u001b[K" + doing + " … " + seconds + " s");
        err.flush();
        Thread.sleep(Duration.ofSeconds(1));
      }
    } catch (InterruptedException _) {
      err.print("\r\u001b[K");
      err.flush();
    }
  }

  @Override
  public void close() {
    if (!teller.isAlive()) {
      return;
    }
    teller.interrupt();
    try {
      teller.join();
    } catch (InterruptedException _) {
      Thread.currentThread().interrupt();
    }
  }
}
