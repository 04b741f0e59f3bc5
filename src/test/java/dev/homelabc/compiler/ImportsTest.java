package dev.homelabc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ImportsTest {
  @Test
  void files_are_found_relative_to_the_file_that_imports_them() {
    var lab =
        compile(
            Map.of(
                "home/lab.lab", "import \"../shared/a.lab\"\nhost box { nix \"{ }\"; route v }\n",
                "shared/a.lab", "import \"more/b.lab\"\nimport \"./more/../more/b.lab\"\n",
                "shared/more/b.lab", "vlan v { id 2; subnet 10.0.2.0/24; gateway 10.0.2.1 }\n"),
            "home/lab.lab");
    assertThat(lab.diagnostics()).isEmpty();
    assertThat(lab.lab().orElseThrow().vlans()).hasSize(1);
  }

  @Test
  void a_path_may_lead_above_the_first_file() {
    var lab =
        compile(
            Map.of(
                "../x.lab",
                "vlan v { id 2; subnet 10.0.2.0/24 }\n",
                "a.lab",
                "import \"../x.lab\"\n"),
            "a.lab");
    assertThat(lab.diagnostics()).isEmpty();
  }

  @Test
  void a_missing_file_is_reported_where_it_is_imported() {
    var lab =
        compile(
            Map.of("a.lab", "vlan v { id 2; subnet 10.0.2.0/24 }\nimport \"b.lab\"\n"), "a.lab");
    assertThat(lab.diagnostics())
        .extracting(Diagnostic::toString)
        .singleElement()
        .asString()
        .contains("there is no file `b.lab`", "place=a.lab:2:8");
  }

  @Test
  void a_cycle_is_one_finding_that_shows_every_step() {
    var lab =
        compile(
            Map.of(
                "a.lab", "import \"b.lab\"\n",
                "b.lab", "import \"sub/c.lab\"\n",
                "sub/c.lab", "import \"../a.lab\"\n"),
            "a.lab");
    assertThat(lab.diagnostics()).hasSize(1);
    var cycle = lab.diagnostics().getFirst();
    assertThat(cycle.code().name()).isEqualTo("import-cycle");
    assertThat(cycle.primary().place()).hasToString("sub/c.lab:1:8");
    assertThat(cycle.others())
        .extracting(it -> it.place() + " " + it.text())
        .containsExactly("a.lab:1:8 imports `b.lab`", "b.lab:1:8 imports `sub/c.lab`");
  }

  @Test
  void files_of_one_folder_may_import_each_other_once() {
    var lab =
        compile(
            Map.of(
                "a.lab",
                "import \"b.lab\"\nimport \"b.lab\"\n",
                "b.lab",
                "vlan v { id 2; subnet 10.0.2.0/24 }\n"),
            "a.lab",
            "b.lab");
    assertThat(lab.diagnostics()).isEmpty();
  }

  @Test
  void findings_in_an_imported_file_have_their_places_there() {
    var lab =
        compile(
            Map.of("a.lab", "import \"sub/b.lab\"\n", "sub/b.lab", "vlan v { id x }\n"), "a.lab");
    assertThat(lab.diagnostics())
        .extracting(it -> it.primary().place().file().path())
        .containsOnly("sub/b.lab");
  }

  private static Compilation compile(Map<String, String> disk, String... roots) {
    var files = List.of(roots).stream().map(it -> new SourceFile(it, text(disk, it))).toList();
    return Compiler.compile(
        new SourceSet(
            files, path -> Optional.ofNullable(disk.get(path)).map(it -> new SourceFile(path, it))),
        List.of());
  }

  private static String text(Map<String, String> disk, String path) {
    return Optional.ofNullable(disk.get(path)).orElseThrow();
  }
}
