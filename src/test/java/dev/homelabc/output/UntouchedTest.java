package dev.homelabc.output;

import static dev.homelabc.output.Sandbox.tree;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class UntouchedTest {
  private static final OutputTree TREE = tree("a=1", "b/c/ä=2", "b/d=3");

  private final Sandbox out = Sandbox.inMemory();

  @Test
  void findsAllFilesOfATreeAsTheyWereWritten() {
    out.write(TREE);
    out.edit("b/mine", "of somebody else");

    assertThat(files()).contains(Set.of("a", "b/c/ä", "b/d"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"a", "b/c/ä", "b/d"})
  void seesWhatIsEditedOrGone(String path) {
    out.write(TREE);
    out.edit(path, "edited");
    assertThat(files()).isEmpty();

    out.delete(path);
    assertThat(files()).isEmpty();
  }

  @Test
  void followsNoLink() throws IOException {
    out.write(TREE);
    Files.move(out.path("a"), out.path("elsewhere"));
    Files.createSymbolicLink(out.path("a"), out.path("elsewhere"));
    assertThat(files()).isEmpty();

    var other = Sandbox.inMemory();
    other.write(TREE);
    Files.move(other.path("b"), other.path("elsewhere"));
    Files.createSymbolicLink(other.path("b"), other.path("elsewhere"));
    assertThat(Untouched.in(other.root()).orElseThrow().files()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        ".homelabc-tmp",
        "b/.homelabc-tmp",
        "b/c/.homelabc-tmp",
        ".homelabc/.homelabc-tmp",
        ".homelabc/lock"
      })
  void seesWhatAKilledBuildLeft(String path) {
    out.write(TREE);
    out.edit(path, "");

    assertThat(files()).isEmpty();
  }

  @Test
  void isContentAtNoPointOfAKilledBuild() {
    out.write(TREE);
    var next = tree("a=1", "b/d=new");
    for (int last = 0; ; last++) {
      int limit = last;
      var count = new int[1];
      try {
        new OutputDirectory(
                out.root(),
                () -> {
                  if (count[0]++ == limit) {
                    throw new IOException("killed");
                  }
                })
            .write(Sandbox.LAB, next);
        break;
      } catch (UncheckedIOException e) {
        // Before its first change of the tree, all is still as it was.
        assertThat(files().filter(it -> !it.equals(Set.of("a", "b/c/ä", "b/d")))).isEmpty();
      }
    }
    assertThat(files()).contains(Set.of("a", "b/d"));
  }

  @Test
  void theMarkIsThatOfTheLastWrite() {
    var directory = new OutputDirectory(out.root());
    directory.write(Sandbox.LAB, TREE);
    assertThat(mark()).isEqualTo(directory.mark());

    var again = new OutputDirectory(out.root());
    again.write(Sandbox.LAB, TREE);
    assertThat(again.mark()).isEqualTo(directory.mark());

    again.write(Sandbox.LAB, tree("a=1", "b/c/ä=2", "b/d=4"));
    assertThat(again.mark()).isNotEqualTo(directory.mark()).isEqualTo(mark());
  }

  @Test
  void aWriteThatIsRefusedHasNoMark() {
    out.edit("a", "of somebody else");
    var directory = new OutputDirectory(out.root());
    directory.write(Sandbox.LAB, TREE);

    assertThat(directory.mark()).isEmpty();
  }

  @Test
  void aFolderWithoutAListIsNotOurs() {
    assertThat(Untouched.in(out.root())).isEmpty();
    out.edit("a", "1");
    assertThat(Untouched.in(out.root())).isEmpty();
  }

  @Test
  void aListOfAnotherShapeIsLeftToThoseWhoReadAll() {
    shaped(list -> out.edit(".homelabc/manifest.json", list.replace("  \"files\"", "\"files\"")));
    shaped(list -> out.edit(".homelabc/manifest.json", list.replace("},", "}")));
    shaped(list -> out.edit(".homelabc/manifest.json", list.replace("ä", "\\u00e4")));
    shaped(list -> out.edit(".homelabc/manifest.json", list.substring(0, list.length() / 2)));
    shaped(list -> out.edit(".homelabc/manifest.json", ""));
  }

  private void shaped(Consumer<String> change) {
    out.write(TREE);
    var list = out.manifest();
    change.accept(list);
    assertThat(files()).isEmpty();
    out.edit(".homelabc/manifest.json", list);
    assertThat(files()).isPresent();
  }

  private Optional<Set<String>> files() {
    return Untouched.in(out.root()).flatMap(Untouched::files);
  }

  private Optional<String> mark() {
    return Untouched.in(out.root()).map(Untouched::mark);
  }
}
