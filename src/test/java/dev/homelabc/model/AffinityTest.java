package dev.homelabc.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.Span;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class AffinityTest {
  @Test
  void labelValuesAreStringsHoweverTheyLook() {
    var read =
        setting(
            "podAffinity",
            "preferredDuringSchedulingIgnoredDuringExecution",
            """
            - weight: 7
              podAffinityTerm:
                topologyKey: zone
                labelSelector: {matchLabels: {a: on, b: 0755, c: 22:22, d: true, e: '5', f: 5, g: }}
            """);
    assertThat(read)
        .asString()
        .contains("weight=Whole[value=7]")
        .contains("a=Text[value=on]", "b=Text[value=0755]", "c=Text[value=22:22]")
        .contains("d=Text[value=true]", "e=Text[value=5]", "f=Text[value=5]", "g=Nothing[]");
  }

  @Test
  void aMistakeIsShownWhereItStands() {
    assertThat(found("nodeAffinity:\n  - b\n c: d\n"))
        .containsExactly(
            "bad-affinity@3:2 the affinity is not YAML: expected <block end>, but found"
                + " '<block mapping start>'");
    assertThat(found("podAffinity: {}\npodAffinity: {}\n"))
        .containsExactly("bad-affinity@2:1 `podAffinity` is given twice");
    assertThat(found("- a\n")).containsExactly("bad-affinity@1:1 the affinity is not a mapping");
    assertThat(found("")).containsExactly("bad-affinity@1:1 the affinity is not a mapping");
    assertThat(found("nodeAffinity: 5\n"))
        .containsExactly("bad-affinity@1:15 `nodeAffinity` is not a mapping");
  }

  @Test
  void whatKubernetesDoesNotKnowIsShownWithWhatWasMeant() {
    var key = "requiredDuringSchedulingIgnoredDuringExecution:\n";
    assertThat(found("podAffinity:\n  " + key + "    - topologykey: zone\n"))
        .containsExactly(
            "unknown-affinity-field@3:7 `topologykey` is not a field of"
                + " `requiredDuringSchedulingIgnoredDuringExecution`");
    assertThat(found("podAffinity:\n  " + key + "    - namespaces: [a]\n"))
        .containsExactly(
            "bad-affinity@3:7 `requiredDuringSchedulingIgnoredDuringExecution` has no"
                + " `topologyKey`");
    var term = "nodeAffinity:\n  " + key + "    nodeSelectorTerms:\n      - matchExpressions:\n";
    assertThat(found(term + "          - {key: a, operator: in, values: b}\n"))
        .containsExactly(
            "bad-affinity@5:32 `in` is not an operator",
            "bad-affinity@5:44 `values` is not a list");
    assertThat(
            found(
                "podAffinity: {preferredDuringSchedulingIgnoredDuringExecution: [{weight: 101,"
                    + " podAffinityTerm: {topologyKey: z}}]}"))
        .containsExactly("bad-affinity@1:74 `weight` is not a whole number from 1 to 100");
  }

  @Test
  void anAnchorInsideItselfIsRefused() {
    assertThat(found("a: &x [*x]\n").toString()).contains("contains itself");
    var doubling = new StringBuilder("a0: &a0 [x]\n");
    for (int i = 1; i < 40; i++) {
      doubling.append("a%d: &a%d [*a%d, *a%d]\n".formatted(i, i, i - 1, i - 1));
    }
    assertThat(found(doubling.toString()).toString()).contains("not YAML");
  }

  @Test
  void theFormIsTheOneOfKubernetes() throws IOException {
    var schema =
        new ObjectMapper()
            .readTree(Path.of("src/test/resources/schema/virtualmachine.json").toFile());
    compare(AffinityForm.AFFINITY, schema.at("/$defs/core.Affinity"), schema);
  }

  private static void compare(AffinityForm form, JsonNode node, JsonNode schema) {
    var at = node.has("$ref") ? schema.at(node.get("$ref").asText().substring(1)) : node;
    switch (form) {
      case AffinityForm.Fields(var known, var required) -> {
        assertThat(at.get("properties").fieldNames())
            .toIterable()
            .containsExactlyInAnyOrderElementsOf(known.keySet());
        var needed = new ArrayList<String>();
        at.path("required").forEach(it -> needed.add(it.asText()));
        assertThat(needed).containsExactlyInAnyOrderElementsOf(required);
        known.forEach((name, child) -> compare(child, at.get("properties").get(name), schema));
      }
      case AffinityForm.Each(var item) -> compare(item, at.get("items"), schema);
      case AffinityForm.Weight() -> assertThat(at.get("type").asText()).isEqualTo("integer");
      case AffinityForm.Labels() ->
          assertThat(at.at("/additionalProperties/type").asText()).isEqualTo("string");
      case AffinityForm.Text(), AffinityForm.Choice _ ->
          assertThat(at.get("type").asText()).isEqualTo("string");
    }
  }

  private static List<String> found(String text) {
    var findings = new ArrayList<Diagnostic>();
    var source = new SourceFile("a.lab", text);
    Affinity.read(source.at(new Span(0, text.length())), findings::add);
    return findings.stream()
        .map(it -> {
          var place = it.primary().place();
          return it.code().name() + "@" + place.line() + ":" + place.column() + " " + it.message();
        })
        .toList();
  }

  private static Setting setting(String first, String second, String text) {
    var source = new SourceFile("a.lab", first + ":\n  " + second + ":\n" + text.indent(4));
    var read =
        Affinity.read(
            source.at(new Span(0, source.text().length())),
            it -> {
              throw new AssertionError(it);
            });
    return Objects.requireNonNull(read.orElseThrow().rules().values().get(first));
  }
}
