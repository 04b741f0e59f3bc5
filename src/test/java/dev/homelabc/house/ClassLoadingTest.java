package dev.homelabc.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People run `check` at every save: it starts in the time that its own classes take.
class ClassLoadingTest {
  private static final List<String> OF_CLUSTERS =
      List.of("dev.homelabc.cluster.", "io.fabric8.", "org.slf4j.", "org.apache.commons.codec.");

  @TempDir private Path folder;

  @Test
  void checkAndBuildLoadNothingThatTalksToClusters() throws IOException {
    assertThat(loaded("check", "examples/openshift"))
        .anyMatch(it -> it.startsWith("dev.homelabc.compiler."))
        .noneMatch(it -> OF_CLUSTERS.stream().anyMatch(it::startsWith));
    assertThat(loaded("build", "examples/openshift", "-o", folder.resolve("out").toString()))
        .anyMatch(it -> it.startsWith("dev.homelabc.emit.openshift."))
        .noneMatch(it -> OF_CLUSTERS.stream().anyMatch(it::startsWith));
  }

  private static List<String> loaded(String... words) throws IOException {
    var command =
        Stream.concat(
                Stream.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xlog:class+load:stdout:none",
                    "-cp",
                    System.getProperty("java.class.path"),
                    "dev.homelabc.cli.Main"),
                Stream.of(words))
            .toList();
    var process = new ProcessBuilder(command).redirectErrorStream(true).start();
    try (var output = process.inputReader(StandardCharsets.UTF_8)) {
      return output.lines().map(it -> it.split(" ", 2)[0]).toList();
    }
  }
}
