package dev.homelabc.output;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/// Keeps two builds from writing to one folder at once: the second waits until the first is done.
///
/// The kernel holds the lock and lets it go when its process ends, however that happens. Its file
/// is there only meanwhile, since the output folder is often under version control.
final class TreeLock implements AutoCloseable {
  static final String NAME = "lock";

  private final Path file;
  private final FileChannel channel;

  private TreeLock(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /// @param folder that of the manifest, which is there
  /// @param waiting called once if another build has the lock
  static TreeLock take(Path folder, Runnable waiting) {
    var file = folder.resolve(NAME);
    boolean isTold = false;
    try {
      while (true) {
        var channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
          if (channel.tryLock() == null) {
            if (!isTold) {
              waiting.run();
              isTold = true;
            }
            channel.lock();
          }
          if (isStill(file, channel)) {
            return new TreeLock(file, channel);
          }
        } catch (OverlappingFileLockException e) {
          channel.close();
          throw new IOException("another build of this process is writing there", e);
        } catch (IOException e) {
          channel.close();
          throw e;
        }
        channel.close();
      }
    } catch (IOException e) {
      throw DiskFailure.of("write", file, e);
    }
  }

  /// Whether the locked file is the one of this name: the build before us has deleted its own.
  private static boolean isStill(Path file, FileChannel channel) throws IOException {
    var mark = UUID.randomUUID().toString();
    channel.truncate(0);
    channel.write(ByteBuffer.wrap(mark.getBytes(StandardCharsets.US_ASCII)), 0);
    try {
      return Files.readString(file, StandardCharsets.US_ASCII).equals(mark);
    } catch (NoSuchFileException e) {
      return false;
    }
  }

  @Override
  public void close() {
    try (channel) {
      Files.deleteIfExists(file);
    } catch (IOException e) {
      throw DiskFailure.of("delete", file, e);
    }
  }
}
