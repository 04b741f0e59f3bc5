package dev.homelabc.adopt;

import static dev.homelabc.emit.YamlReaders.at;
import static dev.homelabc.emit.YamlReaders.document;
import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.format.Formatter;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parser;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.Reading;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;

/// The golden cases that become a lab: what that lab is built to is held against the files of
/// v-auto, as a YAML reader that is not ours reads them.
class RoundTripTest {
  private static final Path CASES = Path.of("golden/adopt");

  @TestFactory
  Stream<DynamicTest> theManifestsSayWhatTheSpecsSaid() throws IOException {
    try (var folders = Files.list(CASES)) {
      var adopted = folders.filter(it -> Files.exists(it.resolve("adopted.lab"))).sorted().toList();
      assertThat(adopted).hasSizeGreaterThanOrEqualTo(4);
      return adopted.stream()
          .map(it -> dynamicTest(it.getFileName().toString(), () -> new Case(it).check()));
    }
  }

  @TestFactory
  Stream<DynamicTest> theLabIsInCanonicalFormAndWithoutErrors() throws IOException {
    try (var folders = Files.list(CASES)) {
      var labs =
          folders.map(it -> it.resolve("adopted.lab")).filter(Files::exists).sorted().toList();
      return labs.stream()
          .map(it ->
              dynamicTest(
                  it.toString(),
                  () -> {
                    var file = new SourceFile("adopted.lab", Files.readString(it));
                    assertThat(Formatter.format(Parser.parse(file))).isEqualTo(file.text());
                    assertThat(Compiler.compile(SourceSet.of(file)).hasErrors()).isFalse();
                  }));
    }
  }

  /// One case with what its lab is built to.
  private static final class Case {
    private final Map<?, ?> config;
    private final List<Map<?, ?>> specs = new ArrayList<>();
    private final String project;
    private final String namespace;
    private final OutputTree tree;

    Case(Path folder) throws IOException {
      config = read(folder.resolve("config.yaml"));
      try (var files = Files.list(folder)) {
        files
            .filter(it -> it.toString().endsWith(".yaml") && !it.endsWith("config.yaml"))
            .sorted()
            .forEach(it -> specs.add(read(it)));
      }
      var lab = new SourceFile("adopted.lab", Files.readString(folder.resolve("adopted.lab")));
      var compilation = Compiler.compile(SourceSet.of(lab));
      tree = compilation.tree().orElseThrow();
      var only = compilation.lab().orElseThrow().projects().getFirst();
      project = only.name().text();
      namespace = only.namespace().value().text();
    }

    void check() {
      may(config, "namespace").ifPresent(it -> assertThat(namespace).isEqualTo(it));
      var names = new HashSet<String>();
      var addresses = new HashSet<String>();
      for (var spec : specs) {
        int replicas = spec.get("replicas") instanceof Integer count ? count : 1;
        for (int index = 0; index < replicas; index++) {
          var name = "%s-%02d".formatted(at(spec, "name_prefix"), index + 1);
          names.add("openshift/%s/vms/%s.yaml".formatted(project, name));
          check(spec, name, index, addresses);
        }
      }
      assertThat(
              tree.files().keySet().stream().map(RelPath::text).filter(it -> it.contains("/vms/")))
          .containsExactlyInAnyOrderElementsOf(names);
      networks().forEach((name, network) -> checkNad((String) name, (Map<?, ?>) network));
    }

    private void check(Map<?, ?> spec, String name, int index, Set<String> addresses) {
      var vm = document(file("vms/" + name + ".yaml"));
      var inside = at(vm, "spec.template.spec");
      assertThat(at(vm, "metadata.namespace")).isEqualTo(namespace);
      assertThat(at(inside, "domain.cpu.sockets").toString()).isEqualTo(at(spec, "cpu").toString());
      var disk = at(vm, "spec.dataVolumeTemplates.0.spec");
      assertSize(at(inside, "domain.memory.guest"), at(spec, "memory"));
      assertSize(at(disk, "storage.resources.requests.storage"), at(spec, "disk_size"));
      assertThat(at(((Map<?, ?>) at(disk, "source")).values().iterator().next(), "url"))
          .isEqualTo(at(spec, "image_url"));
      var storageClass = may(spec, "storage_class").or(() -> may(config, "storage_class"));
      assertThat(may(at(disk, "storage"), "storageClassName")).isEqualTo(storageClass);
      checkNics(spec, vm, index, addresses);
      checkScheduling(spec, inside);
      checkScript(spec, name, inside);
    }

    private void checkNics(Map<?, ?> spec, Object vm, int index, Set<String> addresses) {
      var wanted = (List<?>) may(spec, "networks").orElse(List.of());
      var nics = (List<?>) at(vm, "spec.template.spec.networks");
      if (wanted.isEmpty()) {
        assertThat(at(nics, "0.pod")).isEqualTo(Map.of());
        return;
      }
      assertThat(nics)
          .extracting(it -> at(it, "multus.networkName"))
          .isEqualTo(wanted.stream().map(it -> namespace + "/" + it).toList());
      var volumes = (List<?>) at(vm, "spec.template.spec.volumes");
      var data = document((String) at(volumes.getLast(), "cloudInitNoCloud.networkData"));
      int first = first((String) at(spec, "name_prefix"));
      for (int i = 0; i < wanted.size(); i++) {
        var nic = at(data, "ethernets.nic" + i);
        var ipam = ipam(wanted.get(i));
        if (may(ipam, "range").orElse("") instanceof String text && !text.isEmpty()) {
          var range = ((Reading.Good<Cidr>) Cidr.read(text)).value();
          var address = range.network().plus(first + index).toString();
          assertThat(at(nic, "addresses.0")).isEqualTo(address + "/" + range.prefix());
          assertThat(addresses.add(address)).as(address).isTrue();
          if (i == 0) {
            assertThat(may(nic, "routes").map(it -> at(it, "0.via")))
                .isEqualTo(may(ipam, "gateway"));
          }
          var dns = may(ipam, "dns").map(it -> it instanceof String ? List.of(it) : it);
          assertThat(may(nic, "nameservers").map(it -> at(it, "addresses"))).isEqualTo(dns);
        } else {
          assertThat(at(nic, "dhcp4")).isEqualTo(true);
        }
      }
    }

    /// What the case's lab states where it cannot be v-auto's 101.
    private int first(String prefix) {
      return Map.of("db", 106, "cache", 4).getOrDefault(prefix, 101);
    }

    private void checkScheduling(Map<?, ?> spec, Object inside) {
      assertThat(may(inside, "nodeSelector").orElse(Map.of()))
          .isEqualTo(may(spec, "node_selector").orElse(Map.of()));
      if (spec.get("affinity") instanceof Map<?, ?> affinity) {
        affinity.forEach((kind, rules) ->
            assertThat(texts(at(inside, "affinity." + kind))).isEqualTo(texts(rules)));
      }
    }

    private void checkScript(Map<?, ?> spec, String name, Object inside) {
      if (!(spec.get("cloud_init") instanceof String script)) {
        return;
      }
      var volumes = (List<?>) at(inside, "volumes");
      var secret = (String) at(volumes.getLast(), "cloudInitNoCloud.secretRef.name");
      var data =
          (String) at(document(file("secrets/" + secret + ".secret.yaml")), "stringData.userdata");
      assertThat(secret).isEqualTo(name.replaceFirst("-[0-9]+$", "-cloudinit"));
      assertThat(data.replaceAll("\"?@@homelabc:password(-hash)?:[a-z-]+@@\"?", "{{ password }}"))
          .isEqualTo(
              (script.endsWith("\n") ? script : script + "\n")
                  .replace("\"{{ password }}\"", "{{ password }}"));
    }

    private void checkNad(String name, Map<?, ?> network) {
      var text = (String) at(document(file("networks/" + name + ".nad.yaml")), "spec.config");
      var json = (Map<?, ?>) document(text);
      if (at(network, "bridge").equals("br-ex")) {
        assertThat(at(json, "physicalNetworkName")).isEqualTo("br-ex-physnet");
      } else {
        assertThat(at(json, "bridge")).isEqualTo(at(network, "bridge"));
      }
      assertThat(may(json, "vlan")).isEqualTo(may(network, "vlan"));
      assertThat(may(json, "mtu")).isEqualTo(may(network, "mtu"));
    }

    private Map<?, ?> networks() {
      return (Map<?, ?>) at(config, "networks");
    }

    private Map<?, ?> ipam(Object network) {
      return (Map<?, ?>) may(at(networks(), network.toString()), "ipam").orElse(Map.of());
    }

    private String file(String path) {
      var whole = "openshift/" + project + "/" + path;
      return Objects.requireNonNull(tree.files().get(RelPath.of(whole)), whole);
    }
  }

  /// What a mapping may have under a key.
  private static Optional<Object> may(Object mapping, String key) {
    return Optional.ofNullable(((Map<?, ?>) mapping).get(key));
  }

  /// Sizes of the cases as Kubernetes writes those that the lab rounds or spells in another unit.
  private static void assertSize(Object made, Object said) {
    var spelt =
        Map.ofEntries(
            entry("4294967296", "4Gi"),
            entry("1.5Ti", "1536Gi"),
            entry("2.0E9", "1908Mi"),
            entry("2048Mi", "2Gi"),
            entry("10G", "9537Mi"),
            entry("1.5Gi", "1536Mi"),
            entry("4G", "3815Mi"),
            entry("40G", "38147Mi"));
    assertThat(made).isEqualTo(spelt.getOrDefault(said.toString(), said.toString()));
  }

  /// A rule with all scalars as texts, which Kubernetes wants them to be; `0755` and `on` of YAML
  /// 1.1 are no texts to the reader.
  private static Object texts(Object node) {
    return switch (node) {
      case Map<?, ?> map ->
          map.entrySet().stream()
              .collect(Collectors.toMap(it -> it.getKey().toString(), it -> texts(it.getValue())));
      case List<?> list -> list.stream().map(RoundTripTest::texts).toList();
      default -> node.toString().replaceFirst("^493$", "0755").replaceFirst("^true$", "on");
    };
  }

  private static Map<?, ?> read(Path file) {
    try {
      return new Yaml(new SafeConstructor(new LoaderOptions())).load(Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
