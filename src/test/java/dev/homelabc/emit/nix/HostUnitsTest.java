package dev.homelabc.emit.nix;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homelabc.consumer.Consumer;
import dev.homelabc.consumer.Nix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What systemd gets of the examples' hosts and guests, after Nix has evaluated their modules.
///
/// With `HOMELABC_ACCEPT=1` the rendered files replace those in src/test/resources/networkd.
class HostUnitsTest {
  private static final Path EXAMPLES = Path.of("golden/examples");
  private static final int MICROVM = 997;
  private static final Path RENDERED = Path.of("src/test/resources/networkd");

  @TempDir private Path folder;
  private final Map<String, JsonNode> modules = new TreeMap<>();

  @BeforeEach
  void evaluateEveryModule() throws IOException {
    var nix = Nix.require();
    var expressions = new LinkedHashMap<String, String>();
    for (var file : files()) {
      var name = EXAMPLES.relativize(file).toString();
      expressions.put(name, "(import " + Nix.path(file) + " arguments).systemd or { }");
    }
    Tree.evaluate(nix, expressions)
        .properties()
        .forEach(it -> modules.put(it.getKey(), it.getValue()));
  }

  /// The modules that set anything of systemd's: those of guests, and two of each host.
  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(EXAMPLES)) {
      return files
          .filter(it -> it.toString().matches(".*/(vms/.*|network|microvm-storage)\\.nix"))
          .sorted()
          .toList();
    }
  }

  private Map<String, String> units() {
    var units = new TreeMap<String, String>();
    modules.forEach((module, systemd) -> {
      var text = new StringBuilder();
      Networkd.files(systemd.path("network"))
          .forEach((name, unit) -> text.append("### ").append(name).append('\n').append(unit));
      if (!text.isEmpty()) {
        units.put(module.replace(".nix", ".units"), text.toString());
      }
    });
    return units;
  }

  @Test
  void networkdIsGivenWhatIsWrittenDown() throws IOException {
    if ("1".equals(System.getenv("HOMELABC_ACCEPT")) && !Consumer.inCi()) {
      for (var unit : units().entrySet()) {
        var file = RENDERED.resolve(unit.getKey());
        Files.createDirectories(file.getParent());
        Files.writeString(file, unit.getValue());
      }
    }
    var written = new TreeMap<String, String>();
    try (Stream<Path> files = Files.walk(RENDERED)) {
      for (var file : files.filter(Files::isRegularFile).toList()) {
        written.put(RENDERED.relativize(file).toString(), Files.readString(file));
      }
    }
    assertThat(units()).isEqualTo(written);
  }

  @Test
  void everyKeyAndValueIsOneThatSystemdTakes() {
    var faults = new ArrayList<String>();
    units()
        .forEach((module, text) ->
            Networkd.faults(text.replaceAll("(?m)^###.*\n", ""))
                .forEach(fault -> faults.add(module + ": " + fault)));
    assertThat(faults).isEmpty();
    assertThat(Networkd.faults("[BridgeVLAN]\nPVID=true\n\n[Network]\nVlan=a\n"))
        .containsExactly("[BridgeVLAN] PVID=true", "[Network] Vlan=a");
  }

  @Test
  void tmpfilesMakesEveryFolderTwiceAndLeavesOwnersAlone() throws IOException {
    var tmpfiles = Consumer.require("systemd-tmpfiles");
    // Only root may give files away.
    assumeTrue(Files.getAttribute(folder, "unix:uid").equals(0) || Consumer.inCi());
    int hosts = 0;
    for (var module : modules.entrySet()) {
      var rules = module.getValue().path("tmpfiles").path("settings").path("05-homelabc");
      if (module.getKey().contains("/microvm-storage") && !rules.isEmpty()) {
        create(tmpfiles, module.getKey(), rules);
        hosts++;
      }
    }
    assertThat(hosts).isGreaterThan(5);
  }

  private void create(Consumer tmpfiles, String module, JsonNode rules) throws IOException {
    var root = folder.resolve(module.replace('/', '_'));
    Files.createDirectories(root.resolve("etc"));
    Files.writeString(
        root.resolve("etc/passwd"), "root:x:0:0::/:\nmicrovm:x:" + MICROVM + ":302::/:\n");
    Files.writeString(root.resolve("etc/group"), "root:x:0:\nkvm:x:302:\n");
    // The folder above is microvm.nix's own.
    var lines = new StringBuilder("d /var/lib/microvms 0775 microvm kvm -\n");
    rules
        .properties()
        .forEach(folder -> {
          var rule = folder.getValue().get("d");
          lines.append(
              "'d' '%s' '%s' '%s' '%s' '-' -\n"
                  .formatted(
                      folder.getKey(),
                      rule.get("mode").asText(),
                      rule.get("user").asText(),
                      rule.get("group").asText()));
        });
    var conf = Files.writeString(folder.resolve("rules.conf"), lines.toString());

    run(tmpfiles, root, conf);
    var made = new TreeMap<Path, JsonNode>();
    rules
        .properties()
        .forEach(it -> made.put(root.resolve(it.getKey().substring(1)), it.getValue().get("d")));
    for (var rule : made.entrySet()) {
      var mode = rule.getValue().get("mode").asText();
      var user = rule.getValue().get("user").asText();
      assertThat(state(rule.getKey()))
          .as("%s of %s", rule.getKey(), module)
          .isEqualTo(mode.replace(":", "") + " " + uid(user));
    }
    // What guests have made their own since.
    var leaves =
        made.keySet().stream()
            .filter(it -> made.keySet().stream().noneMatch(o -> !o.equals(it) && o.startsWith(it)))
            .toList();
    for (var leaf : leaves) {
      Files.setAttribute(leaf, "unix:uid", 224);
      Files.setPosixFilePermissions(leaf, PosixFilePermissions.fromString("rwx------"));
    }
    run(tmpfiles, root, conf);
    assertThat(leaves)
        .isNotEmpty()
        .allSatisfy(leaf -> assertThat(state(leaf)).isEqualTo("0700 224"));
  }

  private static void run(Consumer tmpfiles, Path root, Path conf) {
    var result = tmpfiles.run("--create", "--root=" + root, conf.toString());
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }

  private static int uid(String user) {
    return switch (user) {
      case ":root" -> 0;
      case ":microvm" -> MICROVM;
      default -> Integer.parseInt(user.substring(1));
    };
  }

  /// Mode and owner of a folder.
  private static String state(Path folder) {
    try {
      return "%04o %s"
          .formatted(
              (Integer) Files.getAttribute(folder, "unix:mode") & 07777,
              Files.getAttribute(folder, "unix:uid"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
