package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.allocate.LockFile;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.emit.just.JustFiles;
import dev.homelabc.output.OutputDirectory;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.value.Name;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class BuildMemoryTest {
  private static final SourceFile MAIN = new SourceFile("a.lab", "import \"b.lab\"\n");
  private static final SourceFile IMPORTED = new SourceFile("b.lab", "profile small { }\n");

  @TempDir private Path folder;
  private Path out = Path.of("");
  private BuildMemory memory = new BuildMemory(Optional.empty(), "");

  @BeforeEach
  void build() {
    out = folder.resolve("out");
    memory = new BuildMemory(Optional.of(folder.resolve("cache")), "compiler");
    memory.keep(out, "inputs", write("1"));
  }

  @Test
  void knowsAFolderThatNobodyTouched() {
    assertThat(memory.unchanged(out, "inputs")).contains(Set.of("a", "b/c"));
  }

  @Test
  void doesNotKnowOtherInputsNorWhatAnotherCompilerMadeOfThem() {
    assertThat(memory.unchanged(out, "other inputs")).isEmpty();
    var other = new BuildMemory(Optional.of(folder.resolve("cache")), "another compiler");
    assertThat(other.unchanged(out, "inputs")).isEmpty();
  }

  @Test
  void doesNotKnowWhatAnotherBuildWroteThere() {
    write("2");
    assertThat(memory.unchanged(out, "inputs")).isEmpty();

    write("1");
    assertThat(memory.unchanged(out, "inputs")).isPresent();
  }

  @Test
  void doesNotKnowAnEditedFile() throws IOException {
    Files.writeString(out.resolve("b/c"), "edited\n");
    assertThat(memory.unchanged(out, "inputs")).isEmpty();
  }

  @Test
  void doesNotKnowACopyElsewhere() throws IOException {
    Files.move(out, folder.resolve("moved"));
    assertThat(memory.unchanged(folder.resolve("moved"), "inputs")).isEmpty();
  }

  @Test
  void aDamagedNoteIsNone() throws IOException {
    try (var notes = Files.list(folder.resolve("cache"))) {
      var note = notes.findFirst().orElseThrow();
      Files.writeString(note, Files.readString(note).substring(1));
    }
    assertThat(memory.unchanged(out, "inputs")).isEmpty();
  }

  @Test
  void buildsGoOnWhereNothingCanBeRemembered() throws IOException {
    var file = Files.writeString(folder.resolve("file"), "");
    var without = new BuildMemory(Optional.of(file), "compiler");
    without.keep(out, "inputs", "mark");
    assertThat(without.unchanged(out, "inputs")).isEmpty();

    // As the classes of this test are no jar, nobody can say which compiler they are.
    assertThat(Identity.ofThisProcess()).isEmpty();
    var home = BuildMemory.of(Map.of("HOME", folder.resolve("home").toString()));
    home.keep(out, "inputs", "mark");
    assertThat(folder.resolve("home")).doesNotExist();
  }

  @Test
  void allThatALabIsReadFromCounts() {
    var lock = LockFile.read(Optional.of(new SourceFile("homelab.lock", ""))).lock();
    var same = digest(List.of(MAIN), Optional.of(IMPORTED), "");

    assertThat(digest(List.of(MAIN), Optional.of(IMPORTED), "")).isEqualTo(same);
    assertThat(
            Stream.of(
                digest(List.of(changed(MAIN)), Optional.of(IMPORTED), ""),
                digest(List.of(renamed(MAIN)), Optional.of(IMPORTED), ""),
                digest(List.of(MAIN, renamed(MAIN)), Optional.of(IMPORTED), ""),
                digest(List.of(MAIN), Optional.of(changed(IMPORTED)), ""),
                digest(List.of(MAIN), Optional.of(renamed(IMPORTED)), ""),
                digest(List.of(MAIN), Optional.empty(), ""),
                digest(List.of(MAIN), Optional.of(IMPORTED), "box root@box web"),
                new Inputs(SourceSet.of(MAIN)).digest(lock, ""),
                same))
        .doesNotHaveDuplicates();
  }

  @Test
  void theLockCounts() {
    var inputs = new Inputs(SourceSet.of(MAIN));
    var empty = LockFile.read(Optional.empty()).lock();
    var lab =
        """
        vlan services {
          id 20
          subnet 10.0.20.0/24
        }
        host box {
          lan {
            address 192.168.0.15/24
          }
          bridge vmbr0 {
            uplink enp1s0
          }
        }
        vm web {
          vlan services
          ip auto
          vcpu 1
          memory 1GiB
        }
        """;
    var filled = Compiler.compile(SourceSet.of(new SourceFile("a.lab", lab)), List.of()).lock();
    assertThat(filled.text()).isPresent();

    assertThat(inputs.digest(filled, "")).isNotEqualTo(inputs.digest(empty, ""));
  }

  static Stream<Path> examples() throws IOException {
    try (var folders = Files.list(Path.of("examples"))) {
      return folders.filter(LabFiles::isLab).sorted().toList().stream();
    }
  }

  /// What a note says of the next build is what this build saw: the lock and the list that it
  /// leaves make the same tree again, and stay what they are.
  @ParameterizedTest
  @MethodSource("examples")
  void aTreeIsTheSameAfterItsOwnLockAndList(Path example) {
    var lab = LabFiles.read(example);
    var gone = "attic ops@attic web state /var/lib/microvms/web\n";
    for (var former : List.of("", gone)) {
      var first = Compiler.compile(lab.after(former));
      var tree = first.tree().orElseThrow();
      var lock = first.lock().text().map(it -> new SourceFile("homelab.lock", it));

      var second = Compiler.compile(lab.with(lock).after(JustFiles.list(tree)));
      assertThat(second.tree()).contains(tree);
      assertThat(second.lock().text()).isEqualTo(first.lock().text());
    }
  }

  private String digest(List<SourceFile> files, Optional<SourceFile> imported, String former) {
    var inputs = new Inputs(new SourceSet(files, _ -> imported));
    assertThat(inputs.sources().reader().apply(IMPORTED.path())).isEqualTo(imported);
    return inputs.digest(LockFile.read(Optional.empty()).lock(), former);
  }

  private static SourceFile changed(SourceFile file) {
    return new SourceFile(file.path(), file.text() + "# more\n");
  }

  private static SourceFile renamed(SourceFile file) {
    return new SourceFile("z" + file.path(), file.text());
  }

  /// Writes a tree and returns its mark.
  private String write(String text) {
    OutputTree tree =
        new OutputTree.Draft()
            .add(RelPath.of("a"), "test", text + "\n")
            .add(RelPath.of("b/c"), "test", text + "\n")
            .tree();
    var directory = new OutputDirectory(out);
    directory.write(new Name("homelab"), tree);
    return directory.mark().orElseThrow();
  }
}
