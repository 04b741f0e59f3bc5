package dev.homelabc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homelabc.consumer.Consumer;
import dev.homelabc.consumer.Nix;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;

/// Labs that nobody in his right mind would write: each gives files that their readers take, or an
/// error that says why not.
class HostileLabsTest {
  private static final String NETWORK =
      """
      vlan lan {
        id 20
        subnet 10.0.0.0/16
        gateway 10.0.0.1
      }
      """;

  private static final Map<String, String> LABS = new LinkedHashMap<>();

  static {
    LABS.put("nothing at all", "");
    LABS.put("comments only", "# nothing\n\n# at all\n");
    LABS.put("a VLAN alone", NETWORK);
    LABS.put("a host without VMs", "host box\n");
    LABS.put(
        "a host without VMs and with everything",
        NETWORK + host("box", "route lan\nlibvirt true\ngpu nvidia\nvms imperative"));
    LABS.put(
        "quotes",
        "lab a {\n  description \"it's \\\"quoted\\\" '''' `x` \\\\ $ $$ %d\"\n}\n"
            + NETWORK
            + host("box", "description \"'; rm -rf / #\"")
            + vm(
                "web",
                10,
                "description \"a\\\"b'c\"\nservice nginx {\n  a \"''${x}''\"\n  b \"\\\\\"\n}"));
    LABS.put(
        "interpolations of others",
        "lab a {\n  description \"$${x} [=x] <#list a as b> </#list> ]] {{ x }} {% y %} #{z}\"\n}\n"
            + NETWORK
            + host("box", "")
            + vm(
                "web",
                10,
                """
                description "{{ lookup('pipe', 'id') }}"
                service nginx {
                  a "${pkgs.x} [=x] {{ y }}"
                }\
                """));
    LABS.put(
        "newlines and tabs in values",
        NETWORK
            + host("box", "description \"a\\nb\\tc\\n\"")
            + vm("web", 10, "service nginx {\n  config \"\"\"\n    a\n      b\n\n    \"\"\"\n}"));
    LABS.put("a NUL", "lab a {\n  description \"a\\u{0}b\"\n}\nhost box\n");
    LABS.put("a TAP of 15 bytes", NETWORK + host("box", "") + vm("web", 10, "tap abcdefghijklmno"));
    LABS.put(
        "a TAP of 16 bytes", NETWORK + host("box", "") + vm("web", 10, "tap abcdefghijklmnop"));
    LABS.put(
        "names of 63 bytes", NETWORK + host("h".repeat(63), "") + vm("v".repeat(63), 10, "tap t"));
    LABS.put("a name of 64 bytes", host("h".repeat(64), ""));
    LABS.put(
        "VLAN 4094",
        "vlan last {\n  id 4094\n  subnet 10.1.0.0/24\n}\n"
            + host("box", "bridge vmbr0 {\n  uplink eno1\n  trunk last\n}"));
    LABS.put("VLAN 4095", "vlan last {\n  id 4095\n  subnet 10.1.0.0/24\n}\n");
    LABS.put(
        "every VLAN there is",
        IntStream.rangeClosed(2, 4094)
                .mapToObj(id ->
                    "vlan v%d {\n  id %d\n  subnet 10.%d.%d.0/24\n}\n"
                        .formatted(id, id, id / 256, id % 256))
                .collect(Collectors.joining())
            + host(
                "box",
                "bridge vmbr0 {\n  uplink eno1\n  trunk "
                    + IntStream.rangeClosed(2, 4094)
                        .mapToObj(id -> "v" + id)
                        .collect(Collectors.joining(" "))
                    + "\n}"));
    LABS.put(
        "IPv6",
        "lab a {\n  dns fd00::53 2001:db8::1\n  ntp fd00::7b\n}\n"
            + NETWORK
            + host("box", "ssh root@fd00::1")
            + vm("web", 10, "port ssh 22"));
    LABS.put("a subnet of IPv6", "vlan six {\n  id 6\n  subnet fd00::/64\n}\n");
    LABS.put(
        "words of Nix",
        NETWORK
            + host("with", "")
            + IntStream.range(0, 11)
                .mapToObj(i ->
                    vm(
                        List.of(
                                "if", "then", "else", "assert", "let", "in", "rec", "inherit", "or",
                                "null", "true")
                            .get(i),
                        10 + i,
                        "on with"))
                .collect(Collectors.joining()));
    LABS.put(
        "words of YAML, just and Ansible",
        NETWORK
            + host("off", "")
            + IntStream.range(0, 11)
                .mapToObj(i ->
                    vm(
                        List.of(
                                "yes", "no", "on", "y", "default", "build", "deploy", "set",
                                "export", "hosts", "microvm")
                            .get(i),
                        10 + i,
                        "on off\nport ssh 22"))
                .collect(Collectors.joining()));
    LABS.put(
        "names of digits",
        NETWORK
            + host("0", "")
            + vm("1", 10, "on 0")
            + vm("007", 11, "on 0\nport ssh 22")
            + vm("1e3", 12, "on 0"));
    LABS.put(
        "500 VMs on one host",
        NETWORK
            + host("box", "")
            + "vm w {\n"
            + "  vlan lan\n"
            + "  replicas 500\n"
            + "  ip 10.0.1.0\n"
            + "  mac 02:00:00:00:01:00\n"
            + "  vcpu 1\n"
            + "  memory 1GiB\n"
            + "}\n");
    LABS.put(
        "64 hosts",
        IntStream.range(0, 64)
            .mapToObj(i ->
                host(
                    "h" + i,
                    "lan {\n  address 192.168.0.%d/24\n}\nbridge vmbr0 {\n  uplink eno1\n}"
                        .formatted(i + 1)))
            .collect(Collectors.joining()));
    LABS.put(
        "CRLF",
        (NETWORK + host("box", "") + vm("web", 10, "nix \"\"\"\n  {\n    a = 1;\n  }\n  \"\"\""))
            .replace("\n", "\r\n"));
    LABS.put(
        "Korean",
        "lab a {\n  description \"우리 집 서버 🏠\"\n}\n# 설명\n"
            + NETWORK
            + host("box", "description \"거실\"")
            + vm("web", 10, "description \"웹 서버\"\nservice nginx {\n  a \"한국어\"\n}"));
    LABS.put("a name in Korean", host("서버", ""));
    LABS.put(
        "odd keys of services",
        NETWORK
            + host("box", "")
            + vm(
                "web",
                10,
                """
                service nginx {
                  "a.b" 1
                  "let" true
                  "1" -1
                  "${x}" ""
                  "" [ ]
                  deep {
                    "한" null
                  }
                }\
                """));
    LABS.put(
        "long values",
        "lab a {\n  description \""
            + "x".repeat(100_000)
            + "\"\n}\n"
            + NETWORK
            + host("box", "")
            + vm("web", 10, "service nginx {\n  a \"" + "y".repeat(100_000) + "\"\n}"));
    LABS.put(
        "two architectures",
        NETWORK
            + host("amd", "")
            + host("arm", "system aarch64-linux")
            + vm("web", 10, "on amd")
            + vm("db", 11, "on arm"));
    LABS.put(
        "paths with signs",
        NETWORK
            + host("box", "storage-root /srv/a;b(c)&{{d}}~")
            + vm("web", 10, "share s {\n  source \"/srv/x;y{{z}}|<>*?!#\"\n  mount /mnt\n}"));
    LABS.put(
        "addresses by DHCP only",
        NETWORK
            + host("box", "")
            + vm("web", 10, "port ssh 22").replace("ip 10.0.0.10", "ip dhcp"));
    LABS.put("a declaration in a declaration", "host box {\n  vm web {\n    vcpu 1\n  }\n}\n");
    LABS.put("braces that do not close", "host box {\n" + NETWORK);
  }

  private static String host(String name, String lines) {
    return "host %s {\n%s}\n".formatted(name, lines.indent(2));
  }

  private static String vm(String name, int number, String lines) {
    return "vm %s {\n  vlan lan\n  ip 10.0.0.%d\n  mac 02:00:00:00:00:%d\n  vcpu 1\n  memory 1GiB\n%s}\n"
        .formatted(
            name, number, number, lines.isEmpty() ? "" : lines.replaceAll("(?m)^", "  ") + "\n");
  }

  @TempDir private Path folder;

  static Stream<String> names() {
    return LABS.keySet().stream();
  }

  @Test
  void thereAreManyAndSomeAreFine() {
    var fine = LABS.values().stream().filter(lab -> compile(lab).tree().isPresent()).count();
    assertThat(LABS).hasSizeGreaterThan(30);
    assertThat(fine).isGreaterThan(22).isLessThan(LABS.size());
  }

  private static Compilation compile(String lab) {
    return Compiler.compile(SourceSet.of(new SourceFile("hostile.lab", lab)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("names")
  void isWrittenAsItsReadersTakeItOrRefusedWithAReason(String name) throws IOException {
    var compilation = compile(LABS.getOrDefault(name, ""));
    if (compilation.tree().isEmpty()) {
      assertThat(compilation.report().hasErrors()).isTrue();
      assertThat(compilation.report().findings())
          .allSatisfy(it -> assertThat(it.toString()).isNotBlank().doesNotContain("Exception"));
      return;
    }
    var nix = new ArrayList<Path>();
    for (var file : compilation.tree().get().files().entrySet()) {
      var path = file.getKey().resolve(folder);
      Files.createDirectories(path.getParent());
      Files.writeString(path, file.getValue());
      if (path.toString().endsWith(".nix")) {
        nix.add(path);
      }
      if (path.toString().endsWith(".yaml")) {
        var options = new LoaderOptions();
        options.setAllowDuplicateKeys(false);
        new Yaml(options).loadAll(file.getValue()).forEach(it -> assertThat(it).isNotNull());
      }
    }
    if (!nix.isEmpty()) {
      Nix.require().parse(nix);
      readJustfile();
    }
  }

  private void readJustfile() throws IOException {
    var just = Consumer.require("just");
    var file = folder.resolve("justfile").toString();
    var dump = just.run("--justfile", file, "--dump", "--dump-format", "json");
    assertThat(dump.err()).isEmpty();
    assertThat(new ObjectMapper().readTree(dump.out()).get("recipes")).isNotEmpty();
    assertThat(just.run("--justfile", file, "--unstable", "--fmt", "--check").exitCode()).isZero();
  }

  /// Ansible is slow to start, so it reads those that it may stumble over.
  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {"words of YAML, just and Ansible", "names of digits", "interpolations of others"})
  void ansibleReadsTheNamesAsTheyAre(String name) throws IOException {
    var inventory = Consumer.require("ansible-inventory");
    var compilation = compile(LABS.getOrDefault(name, ""));
    for (var file : compilation.tree().orElseThrow().files().entrySet()) {
      if (file.getKey().text().equals("ansible/inventory.yaml")) {
        Files.writeString(folder.resolve("inventory.yaml"), file.getValue());
      }
    }
    var environment = new HashMap<String, String>();
    environment.put("ANSIBLE_HOME", folder.resolve("home").toString());
    environment.put("LC_ALL", "C.UTF-8");
    var result = inventory.run(folder, environment, "", List.of("-i", "inventory.yaml", "--list"));
    assertThat(result.err()).isEmpty();
    var hosts = new ArrayList<String>();
    new ObjectMapper()
        .readTree(result.out())
        .at("/_meta/hostvars")
        .fieldNames()
        .forEachRemaining(hosts::add);
    var lab = compilation.lab().orElseThrow();
    var expected = new ArrayList<String>();
    lab.hosts().forEach(it -> expected.add(it.name().text()));
    lab.microVms().forEach(it -> expected.add(it.name().text()));
    assertThat(hosts).containsExactlyInAnyOrderElementsOf(expected);
  }
}
