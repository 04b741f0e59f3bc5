package dev.homelabc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.output.OutputTree;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What the target `openshift` writes, read back.
class ItemsTest {
  /// For other programs than a cluster.
  private static final Set<String> NOT_APPLIED = Set.of("Kustomization", "Application");

  @ParameterizedTest
  @ValueSource(strings = {"openshift", "openshift-web", "homelab"})
  void everyObjectOfAProjectIsFoundOnce(String example) throws IOException {
    var tree = tree(Path.of("examples", example));
    var written = new TreeSet<String>();
    for (var file : tree.files().entrySet()) {
      var path = file.getKey().text();
      if (path.startsWith("openshift/") && path.endsWith(".yaml")) {
        var body = new YAMLMapper().readTree(file.getValue());
        if (!NOT_APPLIED.contains(body.path("kind").asText())) {
          var project = path.split("/", 3)[1];
          written.add(
              project
                  + ": "
                  + body.path("kind").asText()
                  + " "
                  + body.at("/metadata/name").asText());
        }
      }
    }

    assertThat(written).isNotEmpty();
    var projects = written.stream().map(it -> it.split(":", 2)[0]).distinct();
    assertThat(projects.flatMap(it -> Items.of(tree, it).stream().map(item -> it + ": " + item)))
        .containsExactlyInAnyOrderElementsOf(written);
  }

  private static OutputTree tree(Path example) throws IOException {
    try (Stream<Path> files = Files.list(example)) {
      var sources =
          files
              .filter(it -> it.toString().endsWith(".lab"))
              .sorted()
              .map(ItemsTest::source)
              .toArray(SourceFile[]::new);
      return Compiler.compile(SourceSet.of(sources)).tree().orElseThrow();
    }
  }

  private static SourceFile source(Path file) {
    try {
      return SourceFile.decode(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
