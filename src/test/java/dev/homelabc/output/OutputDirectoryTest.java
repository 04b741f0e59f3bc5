package dev.homelabc.output;

import static dev.homelabc.output.Sandbox.holding;
import static dev.homelabc.output.Sandbox.paths;
import static dev.homelabc.output.Sandbox.tree;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.fail;

import dev.homelabc.value.Name;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.attribute.FileTime;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutputDirectoryTest {
  private final Sandbox out = Sandbox.inMemory();

  private static WriteReport report(
      List<RelPath> written, List<RelPath> unchanged, List<RelPath> removed) {
    return new WriteReport(written, unchanged, removed, List.of());
  }

  @Test
  void writesATreeIntoAFolderThatDoesNotExist() {
    var report = out.write(tree("flake.nix=f", "vms/a.nix=한글", "hosts/h/net.nix=n"));

    assertThat(report)
        .isEqualTo(report(paths("flake.nix", "hosts/h/net.nix", "vms/a.nix"), paths(), paths()));
    assertThat(out.content())
        .isEqualTo(
            holding(
                "flake.nix=f", "hosts/", "hosts/h/", "hosts/h/net.nix=n", "vms/", "vms/a.nix=한글"));
  }

  @Test
  void recordsTheHashOfWhatItWrote() {
    out.write(tree("vms/a.nix=hello"));

    // printf 'hello\n' | sha256sum
    assertThat(out.manifest())
        .isEqualTo(
            """
            {
              "version": 2,
              "lab": "homelab",
              "files": {
                "vms/a.nix": "5891b5b522d5df086d0ff0b110fbd9d21bb4fc7163af34d08286a2e846f6be03"
              },
              "folders": [
                "vms"
              ]
            }\
            """);
  }

  @Test
  void changesNothingWhenNothingChanged() {
    out.write(tree("a=1", "b/c=2"));

    var second = new OutputDirectory(out.root(), () -> fail("an unchanged build writes"));
    assertThat(second.write(Sandbox.LAB, tree("a=1", "b/c=2")))
        .isEqualTo(new WriteResult.Written(report(paths(), paths("a", "b/c"), paths())));
  }

  @Test
  void takesTheLockOfAKilledBuildAwayEvenIfNothingElseIsToBeDone() throws IOException {
    out.write(tree("a=1"));
    var lock = out.path(".homelabc/" + TreeLock.NAME);
    Files.writeString(lock, "left");

    assertThat(out.write(tree("a=1"))).isEqualTo(report(paths(), paths("a"), paths()));
    assertThat(lock).doesNotExist();
  }

  @Test
  void doesNotEvenMakeTheFolderForAnEmptyTree() {
    out.write(tree());

    assertThat(out.root()).doesNotExist();
  }

  @Test
  void writesOnlyTheFilesThatChanged() throws IOException {
    out.write(tree("a=1", "b=1", "c=1"));
    var longAgo = FileTime.fromMillis(0);
    Files.setLastModifiedTime(out.path("a"), longAgo);

    var report = out.write(tree("a=1", "b=2", "c=1"));

    assertThat(report).isEqualTo(report(paths("b"), paths("a", "c"), paths()));
    assertThat(Files.getLastModifiedTime(out.path("a"))).isEqualTo(longAgo);
    assertThat(out.content()).isEqualTo(holding("a=1", "b=2", "c=1"));
  }

  @Test
  void writesAFileAgainThatSomebodyDeleted() {
    out.write(tree("a=1", "b=1"));
    out.delete("a");

    assertThat(out.write(tree("a=1", "b=1"))).isEqualTo(report(paths("a"), paths("b"), paths()));
  }

  @Test
  void removesWhatIsNoLongerMadeAndTheFoldersThatItMade() {
    out.write(tree("a=1", "x/y/z=1", "x/w=1"));

    var report = out.write(tree("a=1"));

    assertThat(report).isEqualTo(report(paths(), paths("a"), paths("x/w", "x/y/z")));
    assertThat(out.content()).isEqualTo(holding("a=1"));
  }

  @Test
  void keepsAFolderThatHoldsAFileOfSomebodyElse() {
    out.write(tree("x/y/z=1"));
    out.edit("x/own.nix", "mine");

    out.write(tree("a=1"));

    assertThat(out.content()).isEqualTo(holding("a=1", "x/", "x/own.nix=mine"));
  }

  @Test
  void keepsAnEmptyFolderThatSomebodyElseMade() throws IOException {
    Files.createDirectories(out.path("x"));
    out.write(tree("x/y/z=1"));

    out.write(tree("a=1"));

    assertThat(out.content()).isEqualTo(holding("a=1", "x/"));
  }

  @Test
  void leavesTheFilesOfOthersAlone() {
    out.edit("README.md", "mine");
    out.edit("vms/own.nix", "mine");

    out.write(tree("vms/a.nix=1"));
    out.write(tree("vms/b.nix=1"));

    assertThat(out.content())
        .isEqualTo(holding("README.md=mine", "vms/", "vms/b.nix=1", "vms/own.nix=mine"));
  }

  @Test
  void takesOverAFileThatIsAsItWouldWriteIt() {
    out.edit("a", "1");

    assertThat(out.write(tree("a=1"))).isEqualTo(report(paths(), paths("a"), paths()));
    assertThat(out.write(tree("a=2"))).isEqualTo(report(paths("a"), paths(), paths()));
  }

  @Test
  void takesTheFilesOverWhenTheManifestIsLost() {
    out.write(tree("a=1", "b/c=1"));
    out.delete(".homelabc/manifest.json");

    out.write(tree("a=1", "b/c=1"));

    assertThat(out.write(tree("a=1")).removed()).isEqualTo(paths("b/c"));
  }

  @Test
  void turnsAFileIntoAFolderAndBack() {
    out.write(tree("x=1"));

    assertThat(out.write(tree("x/y/z=1")).removed()).isEqualTo(paths("x"));
    assertThat(out.content()).isEqualTo(holding("x/", "x/y/", "x/y/z=1"));
    assertThat(out.write(tree("x=2")).removed()).isEqualTo(paths("x/y/z"));
    assertThat(out.content()).isEqualTo(holding("x=2"));
  }

  @Test
  void forgetsALeftoverThatSomebodyReplacedByAFolder() {
    out.write(tree("a=1", "b=1"));
    out.delete("b");
    out.edit("b/own", "mine");

    assertThat(out.write(tree("a=1")).removed()).isEmpty();
    assertThat(out.content()).isEqualTo(holding("a=1", "b/", "b/own=mine"));
  }

  @Test
  void leavesTheFilesOfAnotherLabAlone() {
    out.write(tree("a=1"));
    var before = out.content();

    var other = new OutputDirectory(out.root(), () -> fail("another lab's build writes"));
    assertThat(other.write(new Name("cellar"), tree("b=1")))
        .isEqualTo(new WriteResult.Taken(out.path(".homelabc/manifest.json"), new Name("homelab")));
    assertThat(out.content()).isEqualTo(before);
  }

  @Test
  void takesOverAFolderWhoseManifestNamesNoLab() {
    out.write(tree("a=1"));
    var named = out.manifest();
    out.edit(".homelabc/manifest.json", named.replace("  \"lab\": \"homelab\",\n", ""));

    assertThat(out.write(tree("a=1")).unchanged()).isEqualTo(paths("a"));
    assertThat(out.manifest()).isEqualTo(named);
  }

  @Test
  void givesAFolderThatBecameEmptyToAnyLab() {
    out.write(tree("a=1"));
    out.write(tree());

    assertThat(new OutputDirectory(out.root()).write(new Name("cellar"), tree("b=1")))
        .isInstanceOf(WriteResult.Written.class);
    assertThat(out.content()).isEqualTo(holding("b=1"));
  }

  @Test
  void saysInPlainWordsWhatFailed() {
    var full =
        new OutputDirectory(
            out.root(),
            () -> {
              throw new FileSystemException("x", null, "No space left on device");
            });

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> full.write(Sandbox.LAB, tree("a=1")))
        .withMessage("cannot make the folder `/lab/out/.homelabc`: the disk is full");
  }

  @Test
  void saysThatAFileIsNoPlaceForATree() throws IOException {
    Files.createDirectories(out.path("..").normalize());
    Files.writeString(out.root(), "a file");

    assertThatExceptionOfType(UncheckedIOException.class)
        .isThrownBy(() -> out.write(tree("a=1")))
        .withMessage("cannot write to `/lab/out`: it is not a folder");
  }
}
