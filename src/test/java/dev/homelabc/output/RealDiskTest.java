package dev.homelabc.output;

import static dev.homelabc.output.Sandbox.holding;
import static dev.homelabc.output.Sandbox.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a file system in memory could get wrong: links, replacing a file, permissions.
class RealDiskTest {
  @TempDir private Path temporary;
  private Sandbox out;

  @BeforeEach
  void makeSandbox() {
    out = new Sandbox(temporary.resolve("out"));
  }

  @Test
  void writesChangesAndRemoves() throws IOException {
    out.write(tree("same=1", "change=1", "gone/x=1", "to-file/x=1", "to-folder=1"));
    var longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(out.path("same"), longAgo);

    out.write(tree("same=1", "change=2", "to-file=2", "to-folder/x=2"));

    assertThat(out.content())
        .isEqualTo(holding("same=1", "change=2", "to-file=2", "to-folder/", "to-folder/x=2"));
    assertThat(Files.getLastModifiedTime(out.path("same"))).isEqualTo(longAgo);
  }

  @Test
  void leavesNeitherFileNorManifestTouchedWhenNothingChanged() throws IOException {
    out.write(tree("a=1"));
    var longAgo = FileTime.fromMillis(0);
    var manifest = out.path(".homelabc/manifest.json");
    Files.setLastModifiedTime(manifest, longAgo);
    Files.setLastModifiedTime(out.root(), longAgo);

    out.write(tree("a=1"));

    assertThat(Files.getLastModifiedTime(manifest)).isEqualTo(longAgo);
    assertThat(Files.getLastModifiedTime(out.root())).isEqualTo(longAgo);
  }

  @Test
  void writesFilesWithThePermissionsOfAnyNewFile() throws IOException {
    out.write(tree("a=1"));
    out.edit("ordinary", "x");

    assertThat(Files.getPosixFilePermissions(out.path("a")))
        .isEqualTo(Files.getPosixFilePermissions(out.path("ordinary")));
  }

  @Test
  void refusesLinksToFilesFoldersAndNothing() throws IOException {
    out.edit("target", "1");
    out.edit("folder/x", "1");
    Files.createSymbolicLink(out.path("a"), Path.of("target"));
    Files.createSymbolicLink(out.path("b"), Path.of("folder"));
    Files.createSymbolicLink(out.path("c"), Path.of("nothing"));

    assertThat(out.refusal(tree("a=1", "b/x=1", "c=1", "d=1")))
        .containsExactly("a LINK", "b LINK", "c LINK");
  }

  @Test
  void refusesWhatIsNeitherFileNorFolder() throws IOException {
    Files.createDirectories(out.root());
    try (var socket = ServerSocketChannel.open(StandardProtocolFamily.UNIX)) {
      socket.bind(UnixDomainSocketAddress.of(out.path("a")));

      assertThat(out.refusal(tree("a=1"))).containsExactly("a SPECIAL");
      assertThat(out.refusal(tree("a/b=1"))).containsExactly("a SPECIAL");
    }
  }

  @Test
  void followsALinkToTheOutputFolderItself() throws IOException {
    Files.createDirectories(temporary.resolve("real"));
    Files.createSymbolicLink(out.root(), Path.of("real"));

    out.write(tree("a/b=1"));

    assertThat(temporary.resolve("real/a/b")).hasContent("1");
  }

  @Test
  void saysThatALinkToNothingIsNoFolder() throws IOException {
    Files.createSymbolicLink(out.root(), Path.of("nothing"));

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> out.write(tree("a=1")))
        .withMessage("cannot write to `" + out.root() + "`: it is not a folder");
  }
}
