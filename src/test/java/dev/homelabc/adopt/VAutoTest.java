package dev.homelabc.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VAutoTest {
  private static final String CONFIG =
      """
      namespace: shop
      networks:
        lan: {bridge: br1, ipam: {range: 10.0.0.0/24, gateway: 10.0.0.1}}
        wan: {bridge: br2, ipam: {range: 10.1.0.0/24}}
        dhcp: {bridge: br3}
      """;

  private static String spec(String prefix, String... lines) {
    return """
    name_prefix: %s
    cpu: 2
    memory: 4Gi
    image_url: https://images.example.com/rhel.qcow2
    disk_size: 40Gi
    %s
    """
        .formatted(prefix, String.join("\n", lines));
  }

  private static Adoption adopt(String... specs) {
    return adopt(CONFIG, Optional.empty(), specs);
  }

  private static Adoption adopt(String config, Optional<String> project, String... specs) {
    var files =
        IntStream.range(0, specs.length)
            .mapToObj(it -> new SourceFile(it + ".yaml", specs[it]))
            .toList();
    return VAuto.adopt(new Inputs(new SourceFile("config.yaml", config), files, project, "folder"));
  }

  private static List<String> places(Adoption adoption) {
    return adoption.report().findings().stream()
        .map(it -> it.code().name() + " at " + it.primary().place())
        .toList();
  }

  private static String marked(Diagnostic finding) {
    return finding.primary().place().text();
  }

  @Test
  void aFindingInsideTheScriptPointsAtItsPlaceThere() {
    var adoption =
        adopt(
            spec(
                "web",
                "cloud_init: |2",
                "  #cloud-config",
                "  users:",
                "",
                "  - name: ${a}",
                "    lock_passwd: false",
                "    passwd: hunter2${b} # ${c}"));

    assertThat(places(adoption)).contains("plain-passwd at 0.yaml:12:13");
    assertThat(adoption.report().findings())
        .filteredOn(it -> it.code().name().equals("plain-passwd"))
        .singleElement()
        .satisfies(it -> assertThat(marked(it)).isEqualTo("hunter2${b}"));
  }

  @Test
  void aFindingInsideAScriptOfAnotherFormPointsAtTheWholeOfIt() {
    var folded =
        adopt(spec("web", "cloud_init: >", "  #cloud-config", "", "  users: [{passwd: a}]"));
    assertThat(places(folded)).contains("plain-passwd at 0.yaml:6:13");

    var quoted = adopt(spec("web", "cloud_init: \"#cloud-config\\nusers: [{passwd: a}]\""));
    assertThat(places(quoted)).contains("plain-passwd at 0.yaml:6:13");
  }

  @Test
  void aFindingInAnAliasPointsAtWhatItStandsFor() {
    var adoption = adopt(spec("web", "storage_class: &a Not_One", "node_selector: {a: *a}"));

    assertThat(places(adoption)).containsExactly("bad-text at 0.yaml:6:16");
    assertThat(adoption.lab()).isEmpty();
  }

  @Test
  void aFixOfTheLabIsSaidAndNotDone() {
    var adoption = adopt(spec("web", "networks: [lam]"));

    assertThat(adoption.report().findings())
        .singleElement()
        .satisfies(it -> {
          assertThat(marked(it)).isEqualTo("lam");
          assertThat(it.fix()).isEmpty();
          assertThat(it.help()).extracting(Object::toString).contains("did you mean `lan`?");
        });
  }

  @Test
  void nothingIsMadeOfFilesWithAnError() {
    assertThat(adopt(spec("web")).lab()).isPresent();
    assertThat(adopt(spec("web"), spec("db", "networks: [nope]")).lab()).isEmpty();
    assertThat(adopt(spec("web"), "").lab()).isEmpty();
    assertThat(adopt("", Optional.empty(), spec("web")).lab()).isEmpty();
    assertThat(adopt(spec("web"), "cpu: 1").lab()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"\"\"", "''", "a b", "web_1", "-web", "웹", "\"a\\nb\"", "a.b"})
  void aPrefixThatIsNoNameIsAnErrorAtItsPlace(String prefix) {
    var adoption = adopt(spec(prefix));

    assertThat(adoption.lab()).isEmpty();
    assertThat(places(adoption)).containsExactly("bad-name at 0.yaml:1:14");
  }

  @Test
  void whatOneMistakeHidesIsNotReportedAsMissingOrUnused() {
    assertThat(places(adopt(spec("web", "networks: lan"))))
        .containsExactly("adopt-bad-value at 0.yaml:6:11");
    assertThat(
            places(
                adopt(
                    "namespace: a\nnetworks: {lan: oops}",
                    Optional.empty(),
                    spec("web", "networks: [lan]"))))
        .containsExactly("adopt-bad-value at config.yaml:2:17");
  }

  @Test
  void theNameThatWasAskedForWinsAndTheNamespaceStays() {
    var spec = spec("web", "networks: [lan, wan, dhcp]");
    assertThat(adopt(CONFIG, Optional.of("mall"), spec).lab().orElseThrow())
        .startsWith("openshift mall {\n  namespace shop\n")
        .contains("  on mall\n");
    assertThat(adopt(CONFIG, Optional.of("shop"), spec).lab().orElseThrow())
        .startsWith("openshift shop {\n  network lan");
  }

  @Test
  void aNameOfAVmIsNoneForTheProject() {
    var taken = adopt(CONFIG, Optional.of("web-02"), spec("web", "replicas: 2"));
    assertThat(taken.lab().orElseThrow())
        .startsWith("openshift web-02-project {\n  namespace shop\n");

    var all = adopt("networks:", Optional.of("a"), spec("a"), spec("a-project"));
    assertThat(all.lab().orElseThrow()).startsWith("openshift a-project-2 {\n  namespace a\n");
    assertThat(places(all)).containsExactly("adopt-renamed-project at 0.yaml:1:14");
  }

  @Test
  void withoutAnyNameTheFolderHasOneOrNobody() {
    assertThat(adopt("networks: {}", Optional.empty(), spec("web")).lab().orElseThrow())
        .startsWith("openshift folder { }\n");
    var nameless =
        new Inputs(
            new SourceFile("config.yaml", "networks: {}"),
            List.of(new SourceFile("spec.yaml", spec("web"))),
            Optional.empty(),
            "My Folder");
    assertThat(VAuto.adopt(nameless).lab().orElseThrow()).startsWith("openshift v-auto { }\n");
  }

  @Test
  void groupsOnOneNetworkNeverShareAnAddress() {
    var specs = new ArrayList<String>();
    for (int i = 0; i < 12; i++) {
      specs.add(spec("g" + i, "replicas: " + (i * 5 + 1), "networks: [lan, wan]"));
    }
    assertThat(adopt(specs.subList(0, 9).toArray(String[]::new)).lab()).isPresent();
    // 253 addresses are not enough for all of them.
    var full = adopt(specs.toArray(String[]::new));
    assertThat(full.lab()).isEmpty();
    assertThat(full.report().findings())
        .filteredOn(Diagnostic::isError)
        .isNotEmpty()
        .allMatch(it -> it.primary().place().file().path().matches("(9|10|11)\\.yaml"));
  }

  @Test
  void twoNetworksWithOneRangeAreOneForTheAddresses() {
    var config =
        """
        namespace: shop
        networks:
          a: &a {bridge: br1, ipam: {range: 10.0.0.0/24}}
          b: {<<: *a}
        """;
    var adoption =
        adopt(config, Optional.empty(), spec("web", "networks: [a]"), spec("db", "networks: [b]"));
    assertThat(adoption.lab().orElseThrow()).contains("  network b\n  first 102\n");
  }

  @Test
  void theFilesMayHaveAnyLineEndsAndAByteOrderMark() {
    var spec = spec("web", "networks: [lan]", "cloud_init: |", "  #!/bin/sh", "  echo ${A}");
    var plain = adopt(spec).lab().orElseThrow();
    assertThat(adopt(spec.replace("\n", "\r\n")).lab()).contains(plain);
    assertThat(adopt("\ufeff" + spec).lab()).contains(plain);
    assertThat(plain).contains("    #!/bin/sh\n    echo $${A}\n");
  }

  @Test
  void aScriptThatNoTextCanHoldIsAString() {
    var lab = adopt(spec("web", "cloud_init: \"#!/bin/sh\\r\\necho \\\"x\\\"\\n\"")).lab();
    assertThat(lab.orElseThrow()).contains("cloud-init \"#!/bin/sh\\u{d}\\necho \\\"x\\\"\\n\"");
  }

  @Test
  void aDeclarationThatIsNotThereIsNoField() {
    var adoption =
        adopt(spec("web", "storage_class: ~", "networks:", "affinity: null", "auth:", "replicas:"));
    assertThat(adoption.lab().orElseThrow())
        .contains("  replicas 1\n")
        .doesNotContain("storage-class", "network lan\n", "affinity", "user");
  }

  /// Whatever the files are, nothing is thrown, every finding lies in one of them, and what is
  /// printed builds.
  @Test
  void spoiltFilesGiveFindingsOrALabThatBuilds() {
    var random = new Random(6);
    var pieces =
        List.of(
            "\"",
            "'",
            "${",
            "\"\"\"",
            "|",
            ">",
            "- ",
            ": ",
            "{",
            "}",
            "[",
            "&a ",
            "*a",
            "\t",
            "\r\n",
            "\n",
            "# ",
            "<<: ",
            "!!binary ",
            "~",
            "\u0000",
            "\ud83d\ude00",
            "웹",
            "---\n",
            "\\ud800",
            "{{ password }}");
    var whole =
        spec(
            "web",
            "replicas: 2",
            "networks: [lan, dhcp]",
            "node_selector: {zone: \"core\"}",
            "affinity:",
            "  nodeAffinity:",
            "    requiredDuringSchedulingIgnoredDuringExecution:",
            "      nodeSelectorTerms: [{matchExpressions: [{key: a, operator: Exists}]}]",
            "auth: {username: admin}",
            "cloud_init: |",
            "  #cloud-config",
            "  users: [{name: a, passwd: \"{{ password }}\"}]",
            "  runcmd: [\"echo ${A}\"]");
    int labs = 0;
    for (int i = 0; i < 400; i++) {
      var config = i % 4 == 0 ? spoilt(CONFIG, pieces, random) : CONFIG;
      var spec = spoilt(whole, pieces, random);
      var adoption = adopt(config, Optional.empty(), spec, spec("db", "networks: [lan]"));
      for (var finding : adoption.report().findings()) {
        assertThat(finding.primary().place().file().path()).endsWith(".yaml");
      }
      if (adoption.lab().isPresent()) {
        labs++;
        var lab = SourceSet.of(new SourceFile("a.lab", adoption.lab().get()));
        assertThat(Compiler.compile(lab).tree()).as(spec).isPresent();
      } else {
        assertThat(adoption.report().hasErrors()).isTrue();
      }
    }
    assertThat(labs).isBetween(40, 360);
  }

  private static String spoilt(String text, List<String> pieces, Random random) {
    int from = random.nextInt(text.length());
    int to = Math.min(text.length(), from + (random.nextBoolean() ? 0 : random.nextInt(12)));
    return text.substring(0, from) + pieces.get(random.nextInt(pieces.size())) + text.substring(to);
  }
}
