package dev.homelabc.output;

import static dev.homelabc.output.Sandbox.LAB;
import static dev.homelabc.output.Sandbox.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;

class ForcedWriteTest {
  private final Sandbox sandbox = Sandbox.inMemory();

  private WriteResult force(OutputTree tree) {
    return new OutputDirectory(sandbox.root()).forced().write(LAB, tree);
  }

  private String text(String path) throws IOException {
    return Files.readString(sandbox.root().resolve(path));
  }

  private void edit(String path, String text) throws IOException {
    Files.writeString(sandbox.root().resolve(path), text);
  }

  @Test
  void keepsWhatAnEditedFileHeld() throws IOException {
    sandbox.write(tree("a=1", "b/c=1"));
    edit("b/c", "mine\n");

    assertThat(force(tree("a=1", "b/c=2"))).isInstanceOf(WriteResult.Written.class);
    assertThat(text("b/c")).isEqualTo("2\n");
    assertThat(text("b/c.orig")).isEqualTo("mine\n");
  }

  @Test
  void keepsWhatAnEditedFileHeldThatIsNoLongerMade() throws IOException {
    sandbox.write(tree("a=1", "gone/b=1"));
    edit("gone/b", "mine\n");

    assertThat(force(tree("a=1"))).isInstanceOf(WriteResult.Written.class);
    assertThat(sandbox.root().resolve("gone/b")).doesNotExist();
    assertThat(text("gone/b.orig")).isEqualTo("mine\n");
  }

  @Test
  void leavesWhatWasKeptBefore() throws IOException {
    sandbox.write(tree("a=1"));
    edit("a", "first\n");
    force(tree("a=1"));
    edit("a", "second\n");
    force(tree("a=1"));

    assertThat(text("a.orig")).isEqualTo("first\n");
    assertThat(text("a.orig.2")).isEqualTo("second\n");
    assertThat(text("a")).isEqualTo("1\n");
  }

  @Test
  void doesNotTouchAFileThatWasNeverOurs() throws IOException {
    Files.createDirectories(sandbox.root());
    edit("a", "theirs\n");

    assertThat(force(tree("a=1"))).isInstanceOf(WriteResult.Refused.class);
    assertThat(text("a")).isEqualTo("theirs\n");
  }
}
