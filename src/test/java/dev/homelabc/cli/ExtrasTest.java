package dev.homelabc.cli;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ExtrasTest {
  @TempDir private Path share;

  @BeforeEach
  void write() throws IOException {
    Extras.write(share);
  }

  @Test
  void eachCommandHasAManualPage() throws IOException {
    try (var pages = Files.list(share.resolve("man/man1"))) {
      assertThat(pages.map(it -> it.getFileName().toString()))
          .contains("homelabc.1", "homelabc-check.1", "homelabc-lock-prune.1")
          .hasSameSizeAs(commands());
    }
    for (var command : commands()) {
      var page = read("man/man1/" + ManPage.name(command) + ".1");
      for (var option : command.options()) {
        assertThat(page).contains(option.longestName().replace("-", "\\-"));
      }
      assertThat(page).contains(".SH \"EXIT STATUS\"").doesNotContain("${", "%n");
    }
  }

  @Test
  void noLineOfAPageIsARequestByAccident() throws IOException {
    for (var command : commands()) {
      assertThat(read("man/man1/" + ManPage.name(command) + ".1").lines())
          .filteredOn(it -> it.startsWith(".") || it.startsWith("'"))
          .allMatch(it -> it.matches("\\.(TH|SH|TP|PP|nh|ad l|nf|fi)( .*)?"));
    }
  }

  @ParameterizedTest
  @EnumSource(Shell.class)
  void completionsKnowAllCommandsAndOptions(Shell shell) {
    var script = shell.script(CommandTree.of(Main.all()));
    for (var command : commands()) {
      assertThat(script).contains(command.name());
      for (var option : command.options()) {
        assertThat(script).contains(option.longestName().replaceFirst("^--", ""));
      }
    }
    assertThat(script).doesNotContain("${COMPLETION-CANDIDATES}").doesNotContain("\r");
  }

  @ParameterizedTest
  @ValueSource(strings = {"bash", "zsh", "fish"})
  void theShellReadsItsCompletion(String name) {
    var shell = Consumer.require(name);
    var out = new StringWriter();
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(out));
    assertThat(Main.run(new String[] {"completion", name}, terminal)).isEqualTo(Exit.FINE);
    var result = shell.run(share, Map.of(), out.toString(), List.of("-n"));
    assertThat(result.out() + result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  @Test
  void bashCompletesOptionsAndTheirValues() {
    assertThat(bash("homelabc", "check", "--f")).contains("--fix", "--format");
    assertThat(bash("homelabc", "lock", "pr")).contains("prune");
    assertThat(bash("homelabc", "check", "--format", "sar")).contains("sarif");
  }

  @Test
  void fishCompletesOptionsAndTheirValues() {
    assertThat(fish("homelabc check --f")).contains("--fix", "--format");
    assertThat(fish("homelabc lock ")).contains("prune").doesNotContain("check");
    assertThat(fish("homelabc check --format sar")).contains("sarif");
  }

  private String bash(String... words) {
    var script =
        """
        source bash-completion/completions/homelabc
        compopt() { :; }
        COMP_WORDS=(%s) COMP_CWORD=%s
        _complete_homelabc
        printf '%%s\\n' "${COMPREPLY[@]}"
        """
            .formatted(String.join(" ", words), words.length - 1);
    return Consumer.require("bash").run(share, Map.of(), script, List.of()).out();
  }

  private String fish(String line) {
    var script =
        "function homelabc; end; source fish/vendor_completions.d/homelabc.fish; complete -C '"
            + line
            + "'";
    var home = Map.of("HOME", share.toString());
    return Consumer.require("fish").run(share, home, "", List.of("-c", script)).out();
  }

  private static List<CommandTree> commands() {
    return CommandTree.of(Main.all()).all().toList();
  }

  private String read(String file) throws IOException {
    try (var lines = Files.lines(share.resolve(file))) {
      return lines.collect(joining("\n"));
    }
  }
}
