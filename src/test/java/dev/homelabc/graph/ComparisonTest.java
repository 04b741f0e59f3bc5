package dev.homelabc.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Language;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ComparisonTest {
  private static final String NETWORK =
      """
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      host box {
        cpus 4
      }
      """;

  private static Marked merged(String before, String after, View view) {
    return new Merger(graph(before, view), graph(after, view), Map.of()).merged();
  }

  private static Graph graph(String lab, View view) {
    return view.of(Drawn.of(NETWORK + lab), Language.ENGLISH);
  }

  private static String vm(String name, int address) {
    return """
    vm %s {
      vlan services
      ip 10.0.20.%d
      mac 02:00:00:00:20:%02d
      vcpu 1
      memory 1GiB
    }
    """
        .formatted(name, address, address);
  }

  @Test
  void marksWhatCameChangedAndWent() {
    var before = vm("gone", 10) + vm("kept", 11) + vm("other", 12);
    var after = vm("kept", 11) + vm("other", 13) + vm("fresh", 14);
    var it = merged(before, after, View.NETWORK);
    assertThat(it.marks().nodes())
        .isEqualTo(
            Map.of("vm:gone", Mark.REMOVED, "vm:other", Mark.CHANGED, "vm:fresh", Mark.ADDED));
    assertThat(it.marks().edges()).isEmpty();
    assertThat(it.marks().inWords(it.graph()))
        .isEqualTo("new: fresh\nchanged: other\nremoved: gone\n");
  }

  @Test
  void whatWentStandsWhereItWas() {
    var it =
        merged(vm("a", 10) + vm("b", 11) + vm("c", 12), vm("a", 10) + vm("c", 12), View.NETWORK);
    var group =
        it.graph().all().filter(node -> node.kind() == Kind.GROUP).findFirst().orElseThrow();
    assertThat(group.inside()).extracting(Node::title).containsExactly("a", "b", "c");
  }

  @Test
  void saysWhatAFactWasBefore() {
    var it = merged(vm("a", 10), vm("a", 10).replace("1GiB", "4GiB"), View.HOSTS);
    var facts =
        it.graph().all().filter(node -> node.id().equals("vm:a")).findFirst().orElseThrow().facts();
    assertThat(facts).extracting(Fact::toString).contains("memory 1GiB → 4GiB", "vcpu 1");
  }

  @Test
  void aVmThatMovesIsDrawnOnceAndIsNoNewcomer() {
    var other = "vlan more {\n  id 30\n  subnet 10.0.30.0/24\n}\n";
    var moved = vm("b", 11).replace("vlan services", "vlan more").replace("10.0.20", "10.0.30");
    var it = merged(other + vm("a", 10) + vm("b", 11), other + vm("a", 10) + moved, View.NETWORK);
    assertThat(it.graph().all().filter(node -> node.id().equals("vm:b"))).hasSize(1);
    assertThat(it.marks().nodes()).containsEntry("vm:b", Mark.CHANGED);
    assertThat(it.marks().nodes().values()).doesNotContain(Mark.REMOVED);
    assertThat(it.marks().edges())
        .isNotEmpty()
        .allSatisfy((_, mark) -> assertThat(mark).isEqualTo(Mark.ADDED));
  }

  @Test
  void thereIsNoPictureOfNoChange() {
    var lab = Drawn.of(NETWORK + vm("a", 10));
    assertThat(Comparison.of(lab, lab, View.NETWORK, Language.ENGLISH, Map.of()).drawn()).isEmpty();
    assertThat(
            Comparison.of(lab, lab, View.NETWORK, Language.ENGLISH, Map.of("vm:a", Mark.CHANGED))
                .drawn())
        .isPresent();
  }

  @Test
  void aBoxSaysInAWordWhatBecameOfIt() {
    var before = Drawn.of(NETWORK + vm("a", 10));
    var after = Drawn.of(NETWORK + vm("b", 11));
    var svg =
        Comparison.of(before, after, View.NETWORK, Language.KOREAN, Map.of())
            .drawn()
            .orElseThrow()
            .svg();
    assertThat(svg)
        .contains("<g data-id=\"vm:a\" class=\"removed\">", ">− 빠짐<", ">+ 새로 생김<")
        .contains("light-dark(");
  }

  @Test
  void ofManyThatAreAlikeSomeAreDrawnAndTheRestIsCounted() {
    var kept = vms("k", 10, 20);
    var it = merged(kept, kept + vms("n", 40, 50), View.NETWORK);
    var thin = Crowd.thinned(it.graph(), it.marks());
    var titles = thin.graph().all().map(Node::title).toList();
    assertThat(titles)
        .contains("20 unchanged", "n-40", "and 27 more")
        .doesNotContain("k-10", "n-80");
    assertThat(thin.marks().nodes().values()).hasSize(50 + 1);
  }

  private static String vms(String name, int from, int count) {
    return IntStream.range(from, from + count)
        .mapToObj(it -> vm(name + "-" + it, it))
        .collect(Collectors.joining());
  }
}
