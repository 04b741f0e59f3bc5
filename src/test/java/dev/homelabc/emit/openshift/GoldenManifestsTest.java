package dev.homelabc.emit.openshift;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homelabc.consumer.Consumer;
import dev.homelabc.emit.Schemas;
import dev.homelabc.emit.YamlReaders;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The manifests of the examples, as they lie in the repository.
class GoldenManifestsTest {
  private static final Path EXAMPLES = Path.of("golden/examples");

  private static List<Path> files(String name) throws IOException {
    try (var walk = Files.walk(EXAMPLES)) {
      return walk.filter(it -> it.toString().contains("/openshift/"))
          .filter(it -> it.toString().endsWith(name))
          .sorted()
          .toList();
    }
  }

  static List<Path> kustomizations() throws IOException {
    return files("kustomization.yaml").stream().map(Path::getParent).toList();
  }

  @Test
  void bothVersionsOfYamlAndTheSchemasTakeEveryObject() throws IOException {
    var kinds = new TreeSet<String>();
    for (var file : files(".yaml")) {
      for (var document : YamlReaders.documents(Files.readString(file))) {
        var object = new ObjectMapper().valueToTree(document);
        assertThat(Schemas.errors(object)).as(file.toString()).isEmpty();
        kinds.add(object.path("kind").asText());
      }
    }
    assertThat(kinds)
        .containsExactly(
            "Application",
            "DataVolume",
            "EndpointSlice",
            "Kustomization",
            "NetworkAttachmentDefinition",
            "Secret",
            "Service",
            "VirtualMachine");
  }

  @ParameterizedTest
  @MethodSource("kustomizations")
  void kustomizeBuildsEveryPhaseAndChangesNoObject(Path folder) throws IOException {
    var built = Consumer.require("kubectl").run("kustomize", folder.toString());
    assertThat(built.err()).isEmpty();
    var kustomization =
        YamlReaders.document(Files.readString(folder.resolve("kustomization.yaml")));
    var listed = new ArrayList<Object>();
    for (var resource : (List<?>) YamlReaders.at(kustomization, "resources")) {
      listed.addAll(YamlReaders.documents(Files.readString(folder.resolve(resource.toString()))));
    }
    assertThat(YamlReaders.documents(built.out())).isNotEmpty().isEqualTo(listed);
  }

  @Test
  void everyManifestIsAppliedOrIsASecretThatWaitsForAPassword() throws IOException {
    for (var folder : kustomizations()) {
      var kustomization = Files.readString(folder.resolve("kustomization.yaml"));
      try (var walk = Files.walk(folder)) {
        for (var file : walk.filter(it -> it.toString().endsWith(".yaml")).toList()) {
          var name = folder.relativize(file).toString();
          if (!name.endsWith("kustomization.yaml") && !name.matches("(networks|argocd)/.*")) {
            assertThat(kustomization.contains("\"" + name + "\""))
                .as(file.toString())
                .isEqualTo(!Files.readString(file).contains("@@homelabc:"));
          }
        }
      }
    }
  }
}
