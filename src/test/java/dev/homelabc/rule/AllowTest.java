package dev.homelabc.rule;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.format.Formatter;
import dev.homelabc.format.Scrambler;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Parser;
import dev.homelabc.syntax.Statement;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AllowTest {
  private static final String CODE = "default-vlan";

  @Test
  void coversTheNextStatementOrTheOneThatItStandsBehind() {
    var text =
        """
        # allow default-vlan: 1

        # another comment
        vlan a { # allow default-vlan: 2
          id 1; mtu 9000 # allow default-vlan: 3
          # allow default-vlan: 4
          dns [
            10.0.0.1 # allow default-vlan: 5
            # allow default-vlan: 6
            10.0.0.2
          ]
          # allow default-vlan: 7
        } # allow default-vlan: 8
        vlan b { id 2 } # allow default-vlan: 9
        # allow default-vlan: 10
        """;
    assertThat(covered(parse(text)))
        .containsExactlyInAnyOrderEntriesOf(
            Map.of(
                "1",
                "vlan a",
                "2",
                "vlan a",
                "3",
                "mtu 9000",
                "4",
                "dns [",
                "5",
                "dns [",
                "6",
                "dns [",
                "7",
                "nothing",
                "8",
                "vlan a",
                "9",
                "vlan b",
                "10",
                "nothing"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# allow default-vlan: why",
        "#allow default-vlan:why",
        "##  allow\tdefault-vlan :  why  ",
      })
  void readsTheCodeAndTheReason(String comment) {
    assertThat(allows(comment + "\n"))
        .singleElement()
        .satisfies(it -> {
          assertThat(it.code()).isEqualTo(CODE);
          assertThat(it.place().text()).isEqualTo(CODE);
          assertThat(it.reason()).isEqualTo("why");
        });
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# allow default-vlan",
        "# allow default-vlan:",
        "# allow default-vlan because of the switch",
        "# allow default-vlan, ssh-closed: two at once",
        "# allow default-vlan： with a wide colon",
      })
  void hasNoReasonWithoutAColonBehindOneCode(String comment) {
    assertThat(allows(comment)).extracting(Allow::reason).containsExactly("");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "# allow SSH from the LAN only",
        "# allow list: see the wiki",
        "# allow read-only access",
        "# allowed default-vlan: no",
        "# we allow default-vlan: no",
        "description \"# allow default-vlan: no\"",
        "nix \"\"\"\n# allow default-vlan: no\n\"\"\"",
      })
  void leavesOtherTextsAlone(String text) {
    assertThat(allows(text + "\n")).isEmpty();
  }

  @Test
  void takesWhatLooksLikeACodeForOneThatIsMisspelt() {
    assertThat(allows("# allow defautl_vlan: why"))
        .extracting(Allow::code)
        .contains("defautl_vlan");
  }

  @Test
  void coversTheSameStatementInCanonicalForm() throws IOException {
    var random = new Random(7);
    int count = 0;
    for (var source : sources()) {
      for (int round = 0; round < 25; round++) {
        var text =
            Scrambler.comment(source, random)
                .replaceAll(
                    "# (at the end|on a line|apart|in a list)\\W+", "# allow default-vlan: ");
        var before = parse(text);
        if (before.diagnostics().isEmpty()) {
          var after = parse(Formatter.format(before));
          assertThat(places(after)).as(text).isEqualTo(places(before));
          count += places(before).size();
        }
      }
    }
    assertThat(count).isGreaterThan(1_000);
  }

  private static List<SourceFile> sources() throws IOException {
    try (var files = Files.walk(Path.of("golden/fmt"))) {
      return Stream.concat(
              files.filter(it -> it.toString().endsWith(".lab")).sorted().map(AllowTest::source),
              Stream.of(new SourceFile("example", Example.webAndDb("vsock 3", "vsock 4"))))
          .filter(it -> Parser.parse(it).diagnostics().isEmpty())
          .toList();
    }
  }

  private static SourceFile source(Path file) {
    try {
      return SourceFile.decode(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Parsed parse(String text) {
    return Parser.parse(new SourceFile("a.lab", text));
  }

  private static List<Allow> allows(String text) {
    return Allow.in(parse(text), CODE::equals);
  }

  /// By reason, the first two words of the statement.
  private static Map<String, String> covered(Parsed file) {
    var covered = new TreeMap<String, String>();
    for (var allow : Allow.in(file, CODE::equals)) {
      var text = allow.scope().map(it -> file.source().text(it)).orElse("nothing");
      covered.put(allow.reason(), text.replaceAll("(?s)^(\\S+ \\S+).*", "$1"));
    }
    return covered;
  }

  /// By reason, where in the tree the statement stands.
  private static Map<String, String> places(Parsed file) {
    var places = new TreeMap<String, String>();
    for (var allow : Allow.in(file, CODE::equals)) {
      var place =
          allow.scope().map(it -> place(file.statements(), it.start(), "")).orElse("nothing");
      places.put(allow.reason(), place);
    }
    return places;
  }

  private static String place(List<Statement> block, int start, String path) {
    for (int i = 0; i < block.size(); i++) {
      var it = block.get(i);
      if (it.span().start() == start) {
        return path + i;
      }
      if (start < it.span().end()) {
        return place(it.block().orElseThrow().statements(), start, path + i + ".");
      }
    }
    throw new AssertionError("no statement begins at " + start);
  }
}
