package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.output.Sha256;
import dev.homelabc.output.Untouched;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

/// Builds that remember say and do what builds do that do not.
class UnchangedBuildTest {
  private static final String LAB =
      """
      host box {
        lan {
          address 192.168.0.15/24
        }
        bridge vmbr0 {
          uplink enp1s0
        }
        module modules/own.nix
      }
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      vm web {
        on box
        vlan services
        ip auto
        vcpu 1
        memory 1GiB
      }
      """;

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "--diff",
        "--force",
        "--locked",
        "--strict",
        "--pruned",
        "--check",
        "--target nix",
        "--target ansible,just,kubernetes,nix,openshift"
      })
  void whatHappenedToTheFolderIsSeenInEveryMode(String options) throws IOException {
    for (var event : List.of("nothing", "edited", "deleted", "list", "lab", "lock", "module")) {
      var with = life("with " + event, options, event, true);
      var without = life("without " + event, options, event, false);
      assertThat(with).as(event).isEqualTo(without);
    }
  }

  @Test
  void aBuildMakesNoTreeWhereNothingChanged() throws IOException {
    var lab = lab("plain");
    var memory = memory("plain");
    build(lab, memory);
    // Only who makes the tree again can tell this from what was written.
    var file = lab.resolve("out/hosts/box/default.nix");
    var before = Sha256.of(Files.readAllBytes(file));
    Files.writeString(file, "# nobody made this\n");
    var list = lab.resolve("out/.homelabc/manifest.json");
    Files.writeString(
        list, Files.readString(list).replace(before, Sha256.of(Files.readAllBytes(file))));
    assertThat(build(lab, memory)).contains("1 written, ");

    Files.writeString(file, "# nobody made this\n");
    Files.writeString(
        list, Files.readString(list).replace(before, Sha256.of(Files.readAllBytes(file))));
    keep(lab, memory);
    assertThat(build(lab, memory)).contains("0 written, ");
    assertThat(build(lab, memory, "--check")).contains("-# nobody made this");
    assertThat(build(lab, memory, "--verify")).contains("1 written, ");
    Files.writeString(file, "# nobody made this\n");
    Files.writeString(
        list, Files.readString(list).replace(before, Sha256.of(Files.readAllBytes(file))));
    assertThat(build(lab, memory, "--target", "nix")).contains("1 written, ");
  }

  /// Everything that a build, what then happens to the folder, and the next builds say and leave.
  private List<String> life(String name, String options, String event, boolean isRemembering)
      throws IOException {
    var lab = lab(name);
    var memory = isRemembering ? memory(name) : new BuildMemory(Optional.empty(), "");
    var said = new ArrayList<String>();
    said.add(build(lab, memory));
    said.add(build(lab, memory));
    assertThat(said.getLast()).contains("0 written, ");
    var file = lab.resolve("out/hosts/box/default.nix");
    switch (event) {
      case "edited" -> Files.writeString(file, Files.readString(file) + "# mine\n");
      case "deleted" -> Files.delete(file);
      case "list" -> Files.delete(lab.resolve("out/.homelabc/manifest.json"));
      case "lab" -> Files.writeString(lab.resolve("a.lab"), LAB.replace("0.15", "0.16"));
      case "lock" -> Files.delete(lab.resolve("homelab.lock"));
      case "module" -> Files.delete(lab.resolve("out/modules/own.nix"));
      default -> {}
    }
    var words = options.isEmpty() ? new String[0] : options.split(" ", -1);
    said.add(build(lab, memory, words));
    said.add(build(lab, memory, words));
    said.add(build(lab, memory));
    said.replaceAll(it -> it.replace(lab.toString(), "LAB"));
    files(lab).forEach((path, text) -> said.add(path + "\n" + text));
    return said;
  }

  private Path lab(String name) throws IOException {
    var lab = Files.createDirectories(folder.resolve(name));
    Files.writeString(lab.resolve("a.lab"), LAB);
    Files.createDirectories(lab.resolve("out/modules"));
    Files.writeString(lab.resolve("out/modules/own.nix"), "{ }\n");
    return lab;
  }

  private BuildMemory memory(String name) {
    return new BuildMemory(Optional.of(folder.resolve("cache " + name)), "compiler");
  }

  private static SortedMap<String, String> files(Path lab) throws IOException {
    var texts = new TreeMap<String, String>();
    try (var walk = Files.walk(lab)) {
      for (var file : walk.filter(Files::isRegularFile).toList()) {
        texts.put(lab.relativize(file).toString(), Files.readString(file));
      }
    }
    return texts;
  }

  /// Notes that the folder as it is came of the lab as it is.
  private static void keep(Path lab, BuildMemory memory) {
    var out = lab.resolve("out");
    var inputs = new Inputs(LabFiles.read(lab).after(LabFiles.former(out)));
    var lock = Compiler.compile(inputs.sources(), List.of()).lock();
    var mark = Untouched.in(out).orElseThrow().mark();
    memory.keep(out, inputs.digest(lock, LabFiles.former(out)), mark);
  }

  private static String build(Path lab, BuildMemory memory, String... options) {
    var text = new StringWriter();
    var writer = new PrintWriter(text);
    var words = Stream.concat(Stream.of(options), Stream.of(lab.toString()));
    int code =
        new CommandLine(BuildCommand.spec(new Terminal(writer, writer), memory))
            .registerConverter(Path.class, Path::of)
            .setErr(writer)
            .execute(words.toArray(String[]::new));
    return text + "exit " + code + "\n";
  }
}
