package dev.homelabc.output;

import static dev.homelabc.output.Sandbox.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/// A build can end at any moment; whatever it leaves, the next one must cope without a person.
class KilledBuildTest {
  // Between them: a changed, a new, a removed and an unchanged file, a folder that becomes a file,
  // a file that becomes a folder, folders that come and go, a file in the folder of somebody else.
  private static final OutputTree BEFORE =
      tree("change=old", "gone/deep/x=old", "same/y=same", "to-file/a/b=old", "to-folder=old");
  private static final OutputTree AFTER =
      tree(
          "change=new",
          "fresh/deep/z=new",
          "same/y=same",
          "their/x=new",
          "to-file=new",
          "to-folder/a/b=new");

  /// Not an exception, so that no clean-up runs, as when the process dies.
  private static final class Killed extends Error {
    private static final long serialVersionUID = 1;
  }

  @Test
  void theNextBuildCompletesAFirstBuild() {
    assertThat(killAtEachStep(Sandbox::inMemory, AFTER)).isGreaterThan(15);
  }

  @Test
  void theNextBuildCompletesAChange() {
    assertThat(killAtEachStep(KilledBuildTest::standing, AFTER)).isGreaterThan(20);
  }

  @Test
  void theNextBuildMayMakeAnotherTree() {
    killAtEachStep(KilledBuildTest::standing, BEFORE);
    killAtEachStep(KilledBuildTest::standing, tree("change=3", "gone=3", "fresh=3", "same/y/z=3"));
    killAtEachStep(KilledBuildTest::standing, tree());
  }

  @Test
  void theNextBuildMayBeKilledToo() {
    var other = tree("change=3", "gone=3", "fresh=3", "same/y/z=3");
    int step = 0;
    while (killed(standing(), other, step)) {
      int first = step;
      killAtEachStep(
          () -> {
            var out = standing();
            killed(out, other, first);
            return out;
          },
          BEFORE);
      step++;
    }
    assertThat(step).isPositive();
  }

  @Test
  void noFileIsEverHalfWritten() {
    var out = standing();
    var watching =
        new OutputDirectory(
            out.root(),
            () -> {
              var content = out.content();
              content.keySet().removeIf(KilledBuildTest::isTemporary);
              content.remove(".homelabc/" + TreeLock.NAME);
              assertThat(content.values()).isSubsetOf("old", "new", "same", "mine", "");
            });

    assertThat(watching.write(Sandbox.LAB, AFTER)).isInstanceOf(WriteResult.Written.class);
  }

  @Test
  void anEditAfterTheKillIsStillNoticed() {
    int step = 0;
    var out = standing();
    while (killed(out, AFTER, step)) {
      out.edit("change", "edited");
      assertThat(out.refusal(AFTER))
          .as("killed before step %d", step)
          .contains("change EDITED_FILE");
      step++;
      out = standing();
    }
    assertThat(step).isPositive();
  }

  @Test
  void theNextBuildCompletesOneThatTheDiskFailed() {
    int step = 0;
    var out = standing();
    while (failed(out, step)) {
      assertThat(out.content().keySet())
          .as("failed at step %d", step)
          .noneMatch(KilledBuildTest::isTemporary);
      assertSettles(out, AFTER, step);
      step++;
      out = standing();
    }
    assertThat(step).isPositive();
  }

  private static boolean isTemporary(String path) {
    return path.endsWith(Disk.TEMPORARY);
  }

  /// A folder that holds [#BEFORE], and files of somebody else.
  private static Sandbox standing() {
    var out = Sandbox.inMemory();
    out.edit("own", "mine");
    out.edit("their/own", "mine");
    out.write(BEFORE);
    return out;
  }

  /// Kills the building of [#AFTER] before each of its steps in turn, and makes `next` each time.
  ///
  /// @return how many steps there were
  private static int killAtEachStep(Supplier<Sandbox> start, OutputTree next) {
    int step = 0;
    var out = start.get();
    while (killed(out, AFTER, step)) {
      assertSettles(out, next, step);
      step++;
      out = start.get();
    }
    return step;
  }

  /// The next build has no conflict and leaves what a build without any trouble would leave.
  private static void assertSettles(Sandbox out, OutputTree next, int step) {
    var untroubled = out.content().containsKey("own") ? standing() : Sandbox.inMemory();
    untroubled.write(next);
    out.write(next);
    assertThat(out.content()).as("killed before step %d", step).isEqualTo(untroubled.content());
    assertThat(out.manifest()).as("killed before step %d", step).isEqualTo(untroubled.manifest());
  }

  /// Writes until the given step, counted from 0; false when the write ended before it.
  private static boolean killed(Sandbox out, OutputTree tree, int step) {
    int[] left = {step};
    var directory =
        new OutputDirectory(
            out.root(),
            () -> {
              if (left[0]-- == 0) {
                throw new Killed();
              }
            });
    try {
      directory.write(Sandbox.LAB, tree);
      return false;
    } catch (Killed e) {
      return true;
    }
  }

  private static boolean failed(Sandbox out, int step) {
    int[] left = {step};
    var directory =
        new OutputDirectory(
            out.root(),
            () -> {
              if (left[0]-- == 0) {
                throw new IOException("No space left on device");
              }
            });
    try {
      directory.write(Sandbox.LAB, AFTER);
      return false;
    } catch (UncheckedIOException e) {
      assertThat(e).hasMessageEndingWith(": the disk is full");
      return true;
    }
  }
}
