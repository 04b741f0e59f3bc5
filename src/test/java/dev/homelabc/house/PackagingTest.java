package dev.homelabc.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PackagingTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"packaging/flake.nix", "packaging/package.nix"})
  void nixReadsWhatIsMadeForIt(String file) {
    var result = Consumer.require("nix-instantiate").run("--parse", file);
    assertThat(result.exitCode()).as(result.err()).isZero();
  }

  @Test
  void bothLaunchersGiveJavaTheSameOptions() throws IOException {
    assertThat(options("packaging/homelabc"))
        .contains("-XX:+UseSerialGC")
        .isEqualTo(options("homelabc"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"packaging/package.nix", "src/build/java/Distribution.java"})
  void theArchivesThatTheLauncherTakesAreMadeWithItsOptions(String maker) throws IOException {
    var made = read(maker);
    assertThat(words("[a-z-]+\\.aot", made))
        .isEqualTo(words("[a-z-]+\\.aot", read("packaging/homelabc")));
    assertThat(options("packaging/homelabc").stream().filter(it -> !it.startsWith("-Xlog")))
        .allMatch(made::contains);
  }

  @Test
  void theVersionIsTheSameEverywhere() throws IOException {
    var version = Pattern.compile("<version>(.*?)</version>").matcher(read("pom.xml"));
    assertThat(version.find()).isTrue();
    assertThat(read("packaging/package.nix")).contains("version = \"" + version.group(1) + "\";");
    assertThat(read("README.md")).contains("homelabc-" + version.group(1) + "-linux-x64.tar.gz");
  }

  @Test
  void theLauncherRunsTheRuntimeBesideItThroughALink() throws IOException {
    var root = folder.toRealPath().resolve("opt/home lab");
    script(root.resolve("bin/homelabc"), read("packaging/homelabc"));
    script(root.resolve("lib/runtime/bin/java"), "#!/bin/sh\nprintf '[%s] ' \"$@\"; cat; exit 7\n");
    var link = Files.createSymbolicLink(folder.resolve("link"), root.resolve("bin/homelabc"));

    var result =
        new Consumer(link)
            .run(folder, Map.of("HOMELABC_JAVA_OPTS", "-Da=b -Xmx1g"), "in", List.of("fmt", "a b"));

    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.out())
        .contains("[-XX:AOTCache=" + root + "/lib/homelabc-check.aot]")
        .contains("[-Dhomelabc.terminals=] [-Da=b] [-Xmx1g]")
        .endsWith("[-cp] [" + root + "/lib/homelabc.jar] [dev.homelabc.cli.Main] [fmt] [a b] in");
    assertThat(new Consumer(link).run("show").out()).contains(root + "/lib/homelabc.aot]");
  }

  /// What a launcher gives Java at each start, in any order.
  private static Set<String> options(String launcher) throws IOException {
    var text = read(launcher).replaceAll("(?m)^.*AOTRecordTraining.*$", "");
    return words("-XX:[-+A-Z]?[A-Za-z]+=?[0-9]?|-Djdk[^ ']+|-Xlog:[^ ']+", text).stream()
        .filter(it -> !it.contains("AOTCache") && !it.contains("Unrecognized"))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  /// What of a text is so, in order.
  private static Set<String> words(String pattern, String text) {
    return Pattern.compile(pattern)
        .matcher(text)
        .results()
        .map(MatchResult::group)
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  private static String read(String file) throws IOException {
    return Files.readString(Path.of(file));
  }
}
