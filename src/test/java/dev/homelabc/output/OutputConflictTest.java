package dev.homelabc.output;

import static dev.homelabc.output.Sandbox.holding;
import static dev.homelabc.output.Sandbox.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What stands in the way of a write; [Sandbox#refusal] checks that each leaves the disk alone.
class OutputConflictTest {
  private final Sandbox out = Sandbox.inMemory();

  @Test
  void refusesToOverwriteAFileOfSomebodyElse() {
    out.edit("a", "mine");

    assertThat(out.refusal(tree("a=1"))).containsExactly("a FOREIGN_FILE");
  }

  @Test
  void refusesToOverwriteAnEditedFile() {
    out.write(tree("a=1"));
    out.edit("a", "1 and more");

    assertThat(out.refusal(tree("a=1"))).containsExactly("a EDITED_FILE");
    assertThat(out.refusal(tree("a=2"))).containsExactly("a EDITED_FILE");
  }

  @Test
  void acceptsAnEditThatTheNewTreeMakesToo() {
    out.write(tree("a=1"));
    out.edit("a", "2");

    assertThat(out.write(tree("a=2")).written()).isEmpty();
  }

  @Test
  void refusesToRemoveAnEditedFile() {
    out.write(tree("a=1", "x/b=1"));
    out.edit("x/b", "edited");

    assertThat(out.refusal(tree("a=1"))).containsExactly("x/b EDITED_LEFTOVER");
  }

  @Test
  void goesOnOnceTheEditedLeftoverIsMovedAway() throws IOException {
    out.write(tree("a=1", "x/b=1"));
    out.edit("x/b", "edited");
    Files.move(out.path("x/b"), out.path("kept"));

    out.write(tree("a=1"));

    assertThat(out.content()).isEqualTo(holding("a=1", "kept=edited"));
  }

  @Test
  void refusesAFolderWhereAFileMustGo() {
    out.edit("a/own", "mine");

    assertThat(out.refusal(tree("a=1"))).containsExactly("a FOLDER");
  }

  @Test
  void refusesAnEmptyFolderThatItDidNotMake() throws IOException {
    Files.createDirectories(out.path("a"));

    assertThat(out.refusal(tree("a=1"))).containsExactly("a FOLDER");
  }

  @Test
  void refusesToTurnAFolderIntoAFileOverAFileOfSomebodyElse() {
    out.write(tree("a/b/c=1"));
    out.edit("a/b/own", "mine");

    assertThat(out.refusal(tree("a=1"))).containsExactly("a FOLDER");
  }

  @Test
  void refusesAFileWhereAFolderMustGoOnceHoweverManyFilesNeedIt() {
    out.edit("a", "mine");

    assertThat(out.refusal(tree("a/b=1", "a/c/d=1"))).containsExactly("a FILE_FOR_FOLDER");
  }

  @Test
  void refusesAnEditedFileWhereAFolderMustGo() {
    out.write(tree("a=1"));
    out.edit("a", "edited");

    assertThat(out.refusal(tree("a/b=1"))).containsExactly("a EDITED_LEFTOVER");
  }

  @Test
  void refusesALinkEvenOneToNothing() throws IOException {
    Files.createDirectories(out.root());
    Files.createSymbolicLink(out.path("a"), out.path("nothing"));

    assertThat(out.refusal(tree("a=1"))).containsExactly("a LINK");
  }

  @Test
  void refusesALinkAboveTheFile() throws IOException {
    out.edit("real/b", "1");
    Files.createSymbolicLink(out.path("a"), out.path("real"));

    assertThat(out.refusal(tree("a/b=1", "a/c/d=1"))).containsExactly("a LINK");
  }

  @Test
  void refusesALinkAboveALeftover() throws IOException {
    out.write(tree("a/b=1", "c=1"));
    Files.move(out.path("a"), out.path("real"));
    Files.createSymbolicLink(out.path("a"), out.path("real"));

    assertThat(out.refusal(tree("c=1"))).containsExactly("a LINK");
  }

  @Test
  void refusesALinkInPlaceOfALeftover() throws IOException {
    out.write(tree("b=1", "c=1"));
    Files.move(out.path("b"), out.path("real"));
    Files.createSymbolicLink(out.path("b"), out.path("real"));

    assertThat(out.refusal(tree("c=1"))).containsExactly("b LINK");
  }

  @Test
  void reportsAllConflictsAtOnceSorted() throws IOException {
    out.write(tree("edited=1", "leftover=1"));
    out.edit("edited", "mine");
    out.edit("leftover", "mine");
    out.edit("foreign", "mine");
    out.edit("folder/own", "mine");
    Files.createSymbolicLink(out.path("a"), out.path("nothing"));

    assertThat(out.refusal(tree("a/b=1", "edited=2", "folder=1", "foreign=1", "fresh=1")))
        .containsExactly(
            "a LINK",
            "edited EDITED_FILE",
            "folder FOLDER",
            "foreign FOREIGN_FILE",
            "leftover EDITED_LEFTOVER");
  }

  @Test
  void refusesAManifestThatItCannotRead() {
    out.write(tree("a=1"));
    out.edit(".homelabc/manifest.json", "<<<<<<< ours");

    assertThat(out.refusal(tree("a=1")))
        .containsExactly(".homelabc/manifest.json GARBLED_MANIFEST");
  }

  @Test
  void refusesAManifestOfANewerVersion() {
    out.edit(".homelabc/manifest.json", "{\"version\": 3}");

    assertThat(out.refusal(tree("a=1"))).containsExactly(".homelabc/manifest.json NEWER_MANIFEST");
  }

  @Test
  void refusesAManifestBehindALink() throws IOException {
    out.write(tree("a=1"));
    Files.move(out.path(".homelabc"), out.path("elsewhere"));
    Files.createSymbolicLink(out.path(".homelabc"), out.path("elsewhere"));

    assertThat(out.refusal(tree("a=1"))).containsExactly(".homelabc LINK");
  }

  @Test
  void refusesAFileInPlaceOfTheManifestFolder() {
    out.edit(".homelabc", "mine");

    assertThat(out.refusal(tree("a=1"))).containsExactly(".homelabc FILE_FOR_FOLDER");
  }

  @ParameterizedTest
  @EnumSource
  void saysWhatIsThereAndWhatToDoInOneLine(Conflict.Obstacle obstacle) {
    assertThat(obstacle.what("a/b").toString())
        .isNotBlank()
        .doesNotContain("\n")
        .doesNotEndWith(".");
    assertThat(obstacle.cure().toString()).isNotBlank().doesNotContain("\n").doesNotEndWith(".");
  }
}
