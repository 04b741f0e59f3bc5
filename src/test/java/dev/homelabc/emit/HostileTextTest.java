package dev.homelabc.emit;

import static dev.homelabc.emit.YamlReaders.at;
import static dev.homelabc.emit.YamlReaders.documents;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.homelabc.model.Affinity;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject.Link;
import dev.homelabc.model.RootDisk;
import dev.homelabc.model.Setting;
import dev.homelabc.model.Sourced;
import dev.homelabc.output.RelPath;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Whatever a person writes in a string comes out of both YAML readers as it was written.
class HostileTextTest {
  private static final ObjectMapper ASCII =
      JsonMapper.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  private static final Lab LAB =
      SampleLab.lab(
          SampleLab.vm("db", "network default", "cloud-init x"), SampleLab.ollama("env A a"));

  private static final List<String> PIECES =
      List.of(
          ": ",
          " #",
          "#",
          "%",
          "\"",
          "'",
          "\\",
          "\n",
          "\n\n",
          "\r",
          "\r\n",
          "\t",
          "${x}",
          "${",
          "$x",
          "''",
          "{{ other }}",
          "---",
          "--- ",
          "...",
          "- ",
          "-",
          "? ",
          "| ",
          "|",
          ">",
          "&a",
          "*a",
          "!t",
          "@",
          "`",
          " ",
          "  ",
          "0755",
          "on",
          "y",
          "null",
          "~",
          "1_000",
          "22:22",
          "1e3",
          "0x1f",
          ".inf",
          "2026-11-21",
          "=",
          "<<",
          "[",
          "]",
          "{",
          "}",
          ",",
          "\u0085",
          "\u2028",
          "\u2029",
          "\ufeff",
          "\u0000",
          "\u001b",
          "\u007f",
          "\u00a0",
          "\ufffd",
          "한국어",
          "😀",
          "a",
          "key: value",
          "[=x]",
          "<#if x>",
          "</#if>",
          "${=x}",
          "\\n",
          "\\u0041",
          "@@homelabc:password:x@@");

  static Stream<String> texts() {
    var random = new Random(20);
    var joined =
        Stream.generate(() -> {
          var text = new StringBuilder();
          random
              .ints(2L + random.nextInt(6), 0, PIECES.size())
              .forEach(i -> text.append(PIECES.get(i)));
          return text.toString();
        });
    return Stream.of(
            Stream.of(
                "",
                "\n",
                " \n",
                "a\n",
                "a\n\n",
                "\na\n",
                " a\n",
                "a \n  b\n",
                "a\n \nb\n",
                "\ta\n"),
            PIECES.stream(),
            PIECES.stream().map(piece -> "a\n" + piece + "\n"),
            joined.limit(60))
        .flatMap(it -> it);
  }

  private static <T> Sourced<T> of(T value) {
    return new Sourced<>(value, LAB.vlans().getFirst().origin());
  }

  private static Optional<Sourced<String>> text(String text) {
    return Optional.of(of(text));
  }

  /// A record with another value of one component: the language refuses some of these texts in some
  /// places, but the emitter must not rely on it.
  private static <R extends Record> R with(R old, String component, Object value) {
    try {
      var types = new ArrayList<Class<?>>();
      var values = new ArrayList<Object>();
      for (var it : old.getClass().getRecordComponents()) {
        types.add(it.getType());
        values.add(it.getName().equals(component) ? value : it.getAccessor().invoke(old));
      }
      var canonical = old.getClass().getDeclaredConstructor(types.toArray(Class<?>[]::new));
      @SuppressWarnings("unchecked") // the class is that of `old`
      var changed = (R) canonical.newInstance(values.toArray());
      return changed;
    } catch (ReflectiveOperationException e) {
      throw new LinkageError(e.getMessage(), e);
    }
  }

  private static Target target(String name) {
    return Target.named(name).orElseThrow();
  }

  /// The document of a file, or the first of several.
  private static Object file(Lab lab, String path) {
    var files = Emitter.emit(lab, "", List.of(target("kubernetes"), target("openshift"))).files();
    return documents(Objects.requireNonNull(files.get(RelPath.of(path)), path)).getFirst();
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aVirtualMachineHoldsTheTextAsItIs(String text) {
    var vm = with(LAB.openShiftVms().getFirst(), "description", text(text));
    var disk = with(vm.disk(), "image", of(new RootDisk.Image.Url(text)));
    vm = with(vm, "disk", with(disk, "storageClass", text(text)));
    vm = with(vm, "nodeSelector", Map.of(text, of(text)));
    vm = with(vm, "cloudInit", text(text));
    var rules =
        Map.<String, Setting>of(text, new Setting.Sequence(List.of(new Setting.Text(text))));
    var affinity = Map.<String, Setting>of("nodeAffinity", new Setting.Attributes(rules));
    vm = with(vm, "affinity", Optional.of(of(new Affinity(new Setting.Attributes(affinity)))));
    var lab = with(LAB, "openShiftVms", List.of(vm));
    var document = file(lab, "openshift/v-auto/vms/db.yaml");

    var annotations = (Map<?, ?>) at(document, "metadata.annotations");
    assertThat(annotations.get("kubernetes.io/description")).isEqualTo(text);
    var volume = at(document, "spec.dataVolumeTemplates.0.spec");
    assertThat(at(volume, "source.http.url")).isEqualTo(text);
    assertThat(at(volume, "storage.storageClassName")).isEqualTo(text);
    var spec = at(document, "spec.template.spec");
    assertThat(at(spec, "nodeSelector")).isEqualTo(Map.of(text, text));
    assertThat(at(spec, "affinity.nodeAffinity")).isEqualTo(Map.of(text, List.of(text)));
    var secret = file(lab, "openshift/v-auto/secrets/db-cloudinit.secret.yaml");
    assertThat(at(secret, "stringData.userdata")).isEqualTo(text);
  }

  @ParameterizedTest
  @MethodSource("texts")
  void fillingInAPasswordLeavesTheRestAsItIs(String text) throws JsonProcessingException {
    var quoted = ASCII.writeValueAsString(text).replace("\u007f", "\\u007f");
    var cloudInit =
        "#cloud-config\nfirst: %s # %s\nusers: [{name: a, passwd: {{ password }}}]\nlast: %s\n";
    var filled = text(cloudInit.formatted(quoted, "한😀", quoted));
    var vm = with(LAB.openShiftVms().getFirst(), "cloudInit", filled);
    var lab = with(LAB, "openShiftVms", List.of(vm));
    var secret = file(lab, "openshift/v-auto/secrets/db-cloudinit.secret.yaml");
    assertThat(at(secret, "stringData.userdata"))
        .isEqualTo(
            cloudInit
                .formatted(quoted, "한😀", quoted)
                .replace("{{ password }}", "\"@@homelabc:password-hash:a@@\""));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aDeploymentHoldsTheTextAsItIs(String text) {
    var deployment = with(LAB.deployments().getFirst(), "description", text(text));
    deployment = with(deployment, "image", of(text));
    deployment = with(deployment, "env", Map.of(text, of(text)));
    deployment = with(deployment, "nodeSelector", Map.of(text, of(text)));
    var document =
        file(with(LAB, "deployments", List.of(deployment)), "kubernetes/k8s/ollama.yaml");

    var annotations = (Map<?, ?>) at(document, "metadata.annotations");
    assertThat(annotations.get("kubernetes.io/description")).isEqualTo(text);
    var spec = at(document, "spec.template.spec");
    assertThat(at(spec, "nodeSelector")).isEqualTo(Map.of(text, text));
    assertThat(at(spec, "containers.0.image")).isEqualTo(text);
    assertThat(at(spec, "containers.0.env"))
        .isEqualTo(List.of(Map.of("name", text, "value", text)));
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aClusterHoldsTheTextAsItIs(String text) {
    var label = new Cluster.NodeLabel(of(LAB.hosts().getFirst()), of(text), of(text));
    var cluster = with(LAB.clusters().getFirst(), "labels", List.of(label));
    var lab = with(LAB, "clusters", List.of(with(cluster, "version", text(text))));
    var document = file(lab, "kubernetes/k8s/labels.node.yaml");
    assertThat(at(document, "metadata.labels")).isEqualTo(Map.of(text, text));
    file(lab, "kubernetes/k8s/kubeadm.conf");
  }

  @ParameterizedTest
  @MethodSource("texts")
  void aNetworkHoldsTheTextAsItIs(String text) throws JsonProcessingException {
    var project = LAB.projects().getFirst();
    var network =
        with(
            project.networks().getFirst(),
            "link",
            new Link.LinuxBridge(of(text), of(text).origin()));
    var local = with(network, "link", new Link.Localnet(of(text)));
    var networks =
        List.of(with(network, "name", new Name("bridged")), with(local, "name", new Name("local")));
    var lab =
        with(
            with(LAB, "openShiftVms", List.of()),
            "projects",
            List.of(with(project, "networks", networks)));
    var bridged = file(lab, "openshift/v-auto/networks/bridged.nad.yaml");
    assertThat(json(at(bridged, "spec.config")).get("bridge")).isEqualTo(text);
    var localnet = file(lab, "openshift/v-auto/networks/local.nad.yaml");
    assertThat(json(at(localnet, "spec.config")).get("physicalNetworkName")).isEqualTo(text);
  }

  private static Map<?, ?> json(Object text) throws JsonProcessingException {
    return new ObjectMapper().readValue((String) text, Map.class);
  }

  @Test
  void textsOfSeveralLinesStayReadable() {
    var secret =
        Emitter.emit(SampleLab.lab(), "", Target.ALL)
            .files()
            .get(RelPath.of("openshift/v-auto/secrets/web-cloudinit.secret.yaml"));
    assertThat(secret).contains("  userdata: |\n    #cloud-config\n    ssh_pwauth: true\n");
  }
}
