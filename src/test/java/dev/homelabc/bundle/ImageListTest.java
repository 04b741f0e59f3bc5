package dev.homelabc.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class ImageListTest {
  /// What files for a cluster name that is fetched: images, and addresses of the network.
  private static final Pattern FETCHED =
      Pattern.compile(
          "(?:\\bimage: |sandbox_image = )\"?([^\"\\s;]+)"
              + "|docker://([^\"\\s]+)"
              + "|(https?://[^\"\\s`)]+\\.(?:ya?ml|qcow2|img|raw|xz|gz|iso))");

  /// A tree names what it fetches in its files; the list is made from the lab. Neither may know
  /// more than the other.
  @TestFactory
  Stream<DynamicTest> namesWhatTheFilesOfAnExampleFetch() throws IOException {
    try (var examples = Files.list(Path.of("examples"))) {
      return examples.sorted().toList().stream()
          .map(it -> dynamicTest(it.getFileName().toString(), () -> check(it)));
    }
  }

  private static void check(Path example) {
    var compilation = Compiler.compile(lab(example));
    var list = ImageList.of(compilation.lab().orElseThrow());
    var text = list.text();
    var files = compilation.tree().orElseThrow().files();
    files.forEach((path, content) ->
        FETCHED
            .matcher(content)
            .results()
            .flatMap(it -> Stream.of(1, 2, 3).flatMap(group -> Stream.ofNullable(it.group(group))))
            .forEach(it -> assertThat(text).as(path.text()).contains(" " + it + " ")));
    var whole = String.join("\n", files.values());
    assertThat(list.needs())
        .filteredOn(it -> !it.reference().startsWith("registry.k8s.io/kube-"))
        .filteredOn(it -> it.kind() != Need.Kind.CHART)
        .allSatisfy(it -> assertThat(whole).contains(written(it)));
  }

  /// How a manifest names it: objects of the cluster by namespace and name, each for itself.
  private static String written(Need need) {
    return switch (need.kind()) {
      case CLAIM, SNAPSHOT, DATA_SOURCE ->
          "name: \"" + need.reference().substring(need.reference().indexOf('/') + 1) + "\"";
      case DISK, CONTAINER_DISK, CONTAINER, MANIFEST, CHART -> need.reference();
    };
  }

  private static SourceSet lab(Path example) {
    try (var files = Files.list(example)) {
      var sources =
          files
              .filter(it -> it.toString().endsWith(".lab"))
              .sorted()
              .map(ImageListTest::source)
              .toList();
      var lock = example.resolve("homelab.lock");
      return new SourceSet(
          List.copyOf(sources),
          path -> Optional.of(source(Path.of(path))),
          Files.exists(lock) ? Optional.of(source(lock)) : Optional.empty(),
          false,
          "");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile source(Path file) {
    try {
      return SourceFile.decode(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
