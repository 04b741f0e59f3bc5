package dev.homelabc.emit.nix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Holds every generated Nix file of the examples to docs/nix-layout.md.
class LayoutTest {
  private static final Pattern LIST_ON_A_LINE =
      Pattern.compile("= \\[ (\"[^\"]*\"|[\\w./-]+) +[^\\] ].*\\];$");
  private static final Pattern SET_ON_A_LINE = Pattern.compile("^[^\\[\"]*= \\{ .+ };$");

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("golden/examples"))) {
      return files.filter(it -> it.toString().endsWith(".nix")).sorted().toList();
    }
  }

  @Test
  void everyFileKeepsTheRules() throws IOException {
    var faults = new ArrayList<String>();
    for (var file : files()) {
      var text = Files.readString(file);
      if (!text.endsWith("\n") || text.contains("\n\n\n") || text.contains("\t")) {
        faults.add(file + ": empty lines or tabs");
      }
      int number = 0;
      for (var line : text.lines().toList()) {
        number++;
        if (fault(line).isPresent()) {
          faults.add(file + ":" + number + ": " + fault(line).get());
        }
      }
    }
    assertThat(faults).isEmpty();
    assertThat(files()).hasSizeGreaterThan(50);
  }

  private static Optional<String> fault(String line) {
    var code = line.stripLeading();
    int indent = line.length() - code.length();
    // Comments, and shell in a string of several lines, are as long as they are.
    if (code.startsWith("#") || code.contains("${")) {
      return Optional.empty();
    }
    if (line.endsWith(" ")) {
      return Optional.of("a blank at the end");
    }
    if (indent % 2 != 0) {
      return Optional.of("odd indentation");
    }
    if (code.length() > 100 && !code.contains("\"")) {
      return Optional.of("too wide");
    }
    if (LIST_ON_A_LINE.matcher(code).find()) {
      return Optional.of("a list of several elements on one line");
    }
    return SET_ON_A_LINE.matcher(code).find() ? Optional.of("a set on one line") : Optional.empty();
  }

  @Test
  void theRulesAreSeenToBeBroken() {
    assertThat(fault("  a = [ 1 2 ];")).isPresent();
    assertThat(fault("  a = { b = 1; };")).isPresent();
    assertThat(fault("   a = 1;")).isPresent();
    assertThat(fault("  a = [ { b = 1; } ];")).isEmpty();
    assertThat(fault("  a = [ \"x y\" ];")).isEmpty();
  }

  /// No package of it is at hand everywhere, so nobody has to have it.
  @Test
  void nixfmtChangesNothing() throws Exception {
    var path = Optional.ofNullable(System.getenv("PATH")).orElse("").split(File.pathSeparator, -1);
    assumeTrue(
        Stream.of(path).anyMatch(it -> Files.isExecutable(Path.of(it, "nixfmt"))),
        "the program nixfmt is not installed");
    var command = new ArrayList<>(List.of("nixfmt", "--check"));
    files().forEach(file -> command.add(file.toString()));
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    var output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(output).isZero();
  }
}
