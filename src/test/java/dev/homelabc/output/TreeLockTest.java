package dev.homelabc.output;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TreeLockTest {
  @TempDir private Path folder;

  /// Another process that holds the lock until it is told to end.
  private Process holder() throws IOException {
    var code =
        """
        import fcntl, os, sys
        f = open(sys.argv[1], "w")
        fcntl.lockf(f, fcntl.LOCK_EX)
        print("held", flush=True)
        sys.stdin.readline()
        os.unlink(sys.argv[1])
        """;
    return new ProcessBuilder("python3", "-c", code, folder.resolve(TreeLock.NAME).toString())
        .redirectError(ProcessBuilder.Redirect.INHERIT)
        .start();
  }

  @Test
  void aSecondBuildWaitsForTheFirst() throws Exception {
    var process = holder();
    try (var held = process.inputReader()) {
      assertThat(held.readLine()).isEqualTo("held");
      var waits = new CountDownLatch(1);
      var took = new CountDownLatch(1);
      var second =
          Thread.ofPlatform()
              .start(() -> {
                try (var _ = TreeLock.take(folder, waits::countDown)) {
                  took.countDown();
                }
              });
      assertThat(waits.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(took.getCount()).isEqualTo(1);
      process.outputWriter().write("\n");
      process.outputWriter().flush();
      assertThat(took.await(30, TimeUnit.SECONDS)).isTrue();
      second.join();
    } finally {
      process.destroyForcibly();
    }
    assertThat(folder.resolve(TreeLock.NAME)).doesNotExist();
  }

  @Test
  void aFileThatAKilledBuildLeftHoldsNobodyUp() throws IOException {
    Files.writeString(folder.resolve(TreeLock.NAME), "left");

    try (var _ =
        TreeLock.take(
            folder,
            () -> {
              throw new AssertionError("waits");
            })) {
      assertThat(folder.resolve(TreeLock.NAME)).exists();
    }
    assertThat(folder.resolve(TreeLock.NAME)).doesNotExist();
  }

  @Test
  void twoBuildsOfOneProcessAreToldApart() throws IOException {
    try (var channel =
            FileChannel.open(
                folder.resolve(TreeLock.NAME),
                StandardOpenOption.CREATE,
                StandardOpenOption.WRITE);
        var _ = channel.lock()) {
      assertThatExceptionOfType(UncheckedIOException.class)
          .isThrownBy(() -> TreeLock.take(folder, () -> {}))
          .withMessageContaining("another build of this process");
    }
  }
}
