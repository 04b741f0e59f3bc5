package dev.homelabc.graph;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homelabc.consumer.Consumer;
import dev.homelabc.diagnostic.Language;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TextFormatsTest {
  private static String print(GraphFormat format, View view) {
    return format.of(Drawn.lab("golden/graph/corners"), view, Language.KOREAN).orElseThrow();
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void graphvizDrawsEveryNode(View view) {
    var dot = Consumer.require("dot");
    var result = dot.run(Path.of(""), Map.of(), print(GraphFormat.DOT, view), List.of("-Tplain"));
    assertThat(result.exitCode()).isZero();
    assertThat(result.err()).isEmpty();
    var boxes =
        view.of(Drawn.lab("golden/graph/corners"), Language.KOREAN)
            .all()
            .filter(it -> it.inside().isEmpty())
            .count();
    assertThat(result.out().lines().filter(it -> it.startsWith("node "))).hasSize((int) boxes);
  }

  @Test
  void dotQuotesWhatUsersWrite() {
    assertThat(print(GraphFormat.DOT, View.NETWORK))
        .contains("\\\"quoted\\\" [brackets] {braces}", "\\\\l back\\\\slash");
  }

  @Test
  void mermaidGetsLettersThatMeanSomethingAsNumbers() {
    assertThat(print(GraphFormat.MERMAID, View.NETWORK))
        .contains("#34;quoted#34; #91;brackets#93; #123;braces#125; #60;b#62;bold#60;/b#62;")
        .doesNotContain("<b>", "<script");
  }

  /// The description stands alone on its line, where only a line break would end it.
  @ParameterizedTest
  @EnumSource(View.class)
  void mermaidHasOneStatementALine(View view) {
    assertThat(print(GraphFormat.MERMAID, view).lines().skip(2))
        .allMatch(it ->
            it.matches(
                "\\s+(accTitle: .*|accDescr: .*|n\\d+\\[\".*\"]|subgraph n\\d+\\[\".+\"]|end"
                    + "|n\\d+ (---|-->)(\\|\"[^\"|]*\"\\|)? n\\d+"
                    + "|linkStyle \\d+ stroke:#[0-9A-F]{6},stroke-width:2px"
                    + "|style n\\d+ stroke:#[0-9A-F]{6})"));
  }

  @ParameterizedTest
  @EnumSource(View.class)
  void jsonNamesOnlyNodesThatItHas(View view) throws IOException {
    var json = new ObjectMapper().readTree(print(GraphFormat.JSON, view));
    var ids = new HashSet<String>();
    json.get("nodes").forEach(it -> assertThat(ids.add(it.get("id").asText())).isTrue());
    assertThat(ids).isNotEmpty();
    json.get("edges")
        .forEach(it -> assertThat(ids).contains(it.get("from").asText(), it.get("to").asText()));
    json.get("nodes")
        .forEach(it -> {
          if (it.has("parent")) {
            assertThat(ids).contains(it.get("parent").asText());
          }
        });
  }

  @Test
  void jsonIsEnglishInAnyLanguage() {
    assertThat(print(GraphFormat.JSON, View.HOSTS))
        .contains("Hosts of the lab corners", "start with the host")
        .contains("두 네트워크에 연결된 저장소");
  }

  @Test
  void theReadmeNamesEveryKeyAndKindOfTheJson() throws IOException {
    var readme = Files.readString(Path.of("README.md"));
    var section = readme.substring(readme.indexOf("## Draw it"));
    var keys = new HashSet<String>();
    for (var view : View.values()) {
      collect(new ObjectMapper().readTree(print(GraphFormat.JSON, view)), keys);
    }
    Stream.of(Kind.values()).map(Kind::word).forEach(keys::add);
    Stream.of(Edge.Kind.values()).map(Edge.Kind::word).forEach(keys::add);
    assertThat(keys).isNotEmpty().allMatch(it -> section.contains("`" + it + "`"));
  }

  private static void collect(JsonNode node, Set<String> keys) {
    node.fieldNames().forEachRemaining(keys::add);
    node.forEach(it -> collect(it, keys));
  }
}
