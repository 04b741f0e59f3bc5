package dev.homelabc.schema;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Argument;
import dev.homelabc.syntax.Parser;
import dev.homelabc.syntax.Quotes;
import dev.homelabc.syntax.Statement;
import dev.homelabc.value.Reading;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ManualTest {
  static Stream<Property> properties() {
    return Schema.KINDS.stream().flatMap(ManualTest::withInner);
  }

  private static Stream<Property> withInner(Property property) {
    var inner = property.body().properties().stream().flatMap(ManualTest::withInner);
    return Stream.concat(Stream.of(property), inner);
  }

  @ParameterizedTest
  @MethodSource("properties")
  void theExampleIsAStatementOfTheLanguage(Property property) {
    var parsed = Parser.parse(new SourceFile("", property.sample()));

    assertThat(parsed.diagnostics()).isEmpty();
    assertThat(parsed.statements()).hasSize(1);
    check(property, parsed.statements().getFirst());
  }

  /// That each argument reads as a value of its type, those of the block too.
  private static void check(Property property, Statement statement) {
    assertThat(statement.keyword().text()).isEqualTo(property.name());
    var form = property.forms().getFirst();
    assertThat(statement.arguments()).hasSameSizeAs(form);
    for (int i = 0; i < form.size(); i++) {
      check(form.get(i).type(), statement.arguments().get(i));
    }
    var lines = statement.block().map(Statement.Block::statements).orElse(List.of());
    switch (property.body()) {
      case Body.None() -> assertThat(statement.block()).isEmpty();
      case Body.Properties _ ->
          assertThat(lines)
              .isNotEmpty()
              .allSatisfy(it -> check(property.child(it.keyword().text()), it));
      case Body.Pairs(_, var value) ->
          assertThat(lines).isNotEmpty().allSatisfy(it -> check(value, it.arguments().getFirst()));
      case Body.Settings() -> assertThat(lines).isNotEmpty();
    }
  }

  private static void check(Type<?> type, Argument argument) {
    var text =
        switch (argument) {
          case Argument.Word(_, var word) -> word;
          case Argument.Quoted(_, var raw) -> Quotes.decode(raw);
          case Argument.Text _, Argument.Items _, Argument.Broken _ ->
              throw new AssertionError(argument + " is no simple argument");
        };
    switch (type) {
      case Type.Scalar<?> scalar ->
          assertThat(scalar.reader().apply(text)).isInstanceOf(Reading.Good.class);
      case Type.Choice<?> choice -> assertThat(choice.options()).containsKey(text);
      case Type.Reference _, Type.Words _ -> assertThat(text).isNotEmpty();
    }
  }

  @Test
  void saysEverythingAboutAProperty() {
    var text = Manual.TEXT.of(List.of(Schema.kind("vm")));

    assertThat(text)
        .contains(
            """

              memory VALUE
                  Memory. Required.
                  VALUE: a size in MiB, GiB or TiB.
                  Example: memory 4GiB
            """)
        .contains("Hypervisor. Default: the lab's, else `qemu`. Only for microVMs on a NixOS host.")
        .contains("VALUE: a hypervisor: `qemu`, `cloud-hypervisor`, `firecracker`, ")
        .contains("Checksum of an image with a URL. Only for VMs of an OpenShift project.\n")
        .contains(
            "its firewall opens them, or its Service offers them. Any number, one for each NAME.")
        .contains("\n    source VALUE\n        The folder on the host. Required.\n")
        .contains("\n      BOOL: `true` or `false`.\n");
  }

  @Test
  void theMarkdownHasAnItemForEachPropertyInTheDepthOfItsBlock() {
    var page = Manual.MARKDOWN.of(List.of(Schema.kind("host")));

    assertThat(page)
        .startsWith("## host\n\n`host NAME { … }`\n\n")
        .doesNotContain("# The language");
    assertThat(page).contains("\n- `lan { … }`: ", "\n  - `address VALUE`: ", "\n- `nat VLAN…`: ");
  }

  @Test
  void aProfileIsSaidToTakeThePropertiesOfAVm() {
    var page = Manual.MARKDOWN.of(List.of(Schema.kind("profile")));

    assertThat(page)
        .contains("It takes the properties of [`vm`](#vm)")
        .doesNotContain("vcpu VALUE");
  }

  @Test
  void theJsonHoldsTheWholeSchema() throws IOException {
    var json = new ObjectMapper().readTree(Manual.JSON.of(Schema.KINDS));

    assertThat(names(json.get("kinds")))
        .containsExactlyElementsOf(properties().map(Property::name).toList());
    var memory = find(json.get("kinds"), "memory");
    assertThat(memory.get("forms").get(0).get(0).get("type").get("unit").asText())
        .isEqualTo("MiB, GiB or TiB");
  }

  @Test
  void theJsonOfAPropertyExplainsItself() throws IOException {
    var json = new ObjectMapper().readTree(Manual.JSON.of(List.of(Schema.kind("vm"))));
    var hypervisor = find(json.get("kinds").get(0).get("properties"), "hypervisor");

    assertThat(hypervisor)
        .isEqualTo(
            new ObjectMapper()
                .readTree(
                    """
                    {
                      "name": "hypervisor",
                      "doc": "Hypervisor.",
                      "usage": "hypervisor VALUE",
                      "example": "hypervisor qemu",
                      "forms": [
                        [
                          {
                            "name": "VALUE",
                            "many": false,
                            "type": {
                              "label": "a hypervisor",
                              "example": "qemu",
                              "values": [
                                "qemu",
                                "cloud-hypervisor",
                                "firecracker",
                                "crosvm",
                                "kvmtool",
                                "stratovirt",
                                "alioth",
                                "vfkit"
                              ]
                            }
                          }
                        ]
                      ],
                      "required": false,
                      "default": "qemu",
                      "otherwise": "the lab's",
                      "repeat": "once",
                      "platform": "microvm",
                      "block": "none"
                    }
                    """));
  }

  private static List<String> names(JsonNode properties) {
    return properties
        .valueStream()
        .flatMap(it -> {
          var inner = it.has("properties") ? names(it.get("properties")) : List.<String>of();
          return Stream.concat(Stream.of(it.get("name").asText()), inner.stream());
        })
        .toList();
  }

  private static JsonNode find(JsonNode properties, String name) {
    return properties
        .valueStream()
        .flatMap(it ->
            it.get("name").asText().equals(name)
                ? Stream.of(it)
                : it.has("properties") ? Stream.of(find(it.get("properties"), name)) : Stream.of())
        .filter(it -> !it.isMissingNode())
        .findFirst()
        .orElse(com.fasterxml.jackson.databind.node.MissingNode.getInstance());
  }
}
