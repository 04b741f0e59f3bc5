package dev.homelabc.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.consumer.Consumer;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `verify.sh` on a bundle that something happened to.
class VerifyTest {
  @TempDir private Path folder;
  private Path bundle = Path.of("");

  @BeforeEach
  void unpack() throws IOException {
    var lab = SourceSet.of(new SourceFile("home.lab", "lab home\nhost box\n"));
    var compilation = Compiler.compile(lab);
    var sources = new TreeMap<String, byte[]>();
    sources.put("my lab.lab", "lab home\nhost box\n".getBytes(UTF_8));
    var made =
        Bundle.of(
            compilation.lab().orElseThrow(),
            compilation.tree().orElseThrow(),
            new Bundle.Sources(sources, "sources", new TreeMap<>()));
    Files.write(folder.resolve("it.tar.gz"), made.archive());
    var args = List.of("-xzf", "it.tar.gz");
    assertThat(Consumer.require("tar").run(folder, Map.of(), "", args).exitCode()).isZero();
    bundle = folder.resolve("home");
  }

  @Test
  void aWholeBundleIsWhole() throws IOException {
    var result = verify();

    assertThat(result.out()).matches("All \\d+ files are as homelabc made them\\.\n");
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    assertThat(bundle.resolve("verify.sh")).isExecutable();
  }

  @Test
  void itIsRunFromAnywhere() throws IOException {
    var result =
        Consumer.require("sh").run(Path.of(""), Map.of(), "", List.of(bundle + "/verify.sh"));

    assertThat(result.exitCode()).isZero();
  }

  @Test
  void whatChangedIsNamed() throws IOException {
    Files.writeString(bundle.resolve("out/flake.nix"), "{ }\n");
    Files.writeString(bundle.resolve("sources/my lab.lab"), "lab other\n");

    assertDiffers("changed: out/flake.nix", "changed: sources/my lab.lab");
  }

  @Test
  void whatIsMissingIsNamed() throws IOException {
    Files.delete(bundle.resolve("images.txt"));

    assertDiffers("missing: images.txt");
  }

  @Test
  void whatIsNotOfTheBundleIsNamed() throws IOException {
    Files.writeString(bundle.resolve("out/hosts/box/extra file.nix"), "{ }\n");
    Files.createSymbolicLink(bundle.resolve("link"), Path.of("out"));
    Files.createDirectories(bundle.resolve("empty"));

    assertDiffers("not of the bundle: link", "not of the bundle: out/hosts/box/extra file.nix");
  }

  @Test
  void aLinkToTheSameTextIsNotTheFile() throws IOException {
    Files.move(bundle.resolve("images.txt"), folder.resolve("images.txt"));
    Files.createSymbolicLink(bundle.resolve("images.txt"), Path.of("../images.txt"));

    assertDiffers("not a file that can be read: images.txt");
  }

  @Test
  void withoutTheSumsItCannotBeTold() throws IOException {
    Files.delete(bundle.resolve("SHA256SUMS"));
    assertCannot("verify.sh: there is no SHA256SUMS to go by\n", verify());

    Files.writeString(bundle.resolve("SHA256SUMS"), "");
    assertCannot("verify.sh: SHA256SUMS is empty\n", verify());
  }

  @Test
  void shasumWillDoWhereThereIsNoSha256sum() throws IOException {
    var tools = tools("dirname", "find", "sort", "awk", "perl", "shasum");
    assertThat(verify(Map.of("PATH", tools)).exitCode()).isZero();

    Files.writeString(bundle.resolve("out/flake.nix"), "{ }\n");
    assertThat(verify(Map.of("PATH", tools)).out()).startsWith("changed: out/flake.nix\n");
  }

  @Test
  void withoutAProgramForSumsItCannotBeTold() throws IOException {
    var result = verify(Map.of("PATH", tools("dirname", "find", "sort", "awk")));

    assertCannot("verify.sh: this needs sha256sum or shasum\n", result);
  }

  private void assertDiffers(String... lines) throws IOException {
    var result = verify();
    assertThat(result.out().lines().toList())
        .startsWith(lines)
        .hasSize(lines.length + 1)
        .last()
        .asString()
        .startsWith("This is not the bundle that homelabc made");
    assertThat(result.exitCode()).isEqualTo(1);
  }

  private static void assertCannot(String why, Consumer.Result result) {
    assertThat(result.err()).isEqualTo(why);
    assertThat(result.exitCode()).isEqualTo(2);
  }

  private Consumer.Result verify() {
    return verify(Map.of());
  }

  private Consumer.Result verify(Map<String, String> environment) {
    return Consumer.require("sh").run(bundle, environment, "", List.of("verify.sh"));
  }

  /// A folder with these programs and no others.
  private String tools(String... programs) throws IOException {
    var tools = Files.createDirectories(folder.resolve("tools"));
    for (var program : programs) {
      var script = "#!/bin/sh\nexec " + Consumer.require(program).program() + " \"$@\"\n";
      Files.writeString(tools.resolve(program), script);
      assertThat(tools.resolve(program).toFile().setExecutable(true)).isTrue();
    }
    return tools.toString();
  }
}
