package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.output.RelPath;
import dev.homelabc.output.WriteReport;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class TreeListingTest {
  @Test
  void showsFoldersFirstAndWhatIsGone() {
    assertThat(shown(paths("vms/web.nix", "flake.nix", "hosts/box/a.nix"), paths("vms/db.nix")))
        .isEqualTo(
            """
            ├── hosts/
            │   └── box/
            │       └── a.nix
            ├── vms/
            │   ├── db.nix (removed)
            │   └── web.nix
            └── flake.nix
            """);
  }

  @Test
  void countsTheFilesOfAFolderThatHasMany() {
    assertThat(shown(numbered(24), List.of())).contains("a23.nix").doesNotContain("files");
    assertThat(shown(numbered(25), List.of()))
        .isEqualTo(
            """
            └── vms/
                └── 25 files
            """);
  }

  private static List<RelPath> numbered(int count) {
    return IntStream.range(0, count).mapToObj(i -> new RelPath("vms/a" + i + ".nix")).toList();
  }

  private static List<RelPath> paths(String... paths) {
    return Stream.of(paths).map(RelPath::new).toList();
  }

  private static String shown(List<RelPath> written, List<RelPath> removed) {
    return TreeListing.of(
        new WriteReport(written, List.of(), removed, List.of()), Language.ENGLISH);
  }
}
