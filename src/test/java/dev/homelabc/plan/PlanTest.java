package dev.homelabc.plan;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.plan.Plan.Outcome;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A plan against the files that both labs compile to: what they say that a machine gets is true.
class PlanTest {
  /// What restarts a VM without a word in its own files: its unit on the host, the flake's inputs.
  private static final Set<String> ELSEWHERE =
      Set.of("vm/after", "lab/nixpkgs", "lab/microvm", "host/vms", "host/storage-root");

  @TestFactory
  Stream<DynamicTest> agreesWithTheFilesOfEachGoldenPair() throws IOException {
    try (var all = Files.list(Path.of("golden/plan"))) {
      return all.sorted().toList().stream()
          .map(it ->
              DynamicTest.dynamicTest(
                  it.getFileName().toString(),
                  () -> check(side(it.resolve("before.lab")), side(it.resolve("after.lab")))));
    }
  }

  /// Every statement of these labs is taken out, and put back in.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "golden/plan/what-others-depend-on/after.lab",
        "golden/plan/disks-that-come-and-go/after.lab",
        "golden/plan/a-vm-on-another-host/after.lab",
        "examples/hypervisors/lab.lab",
        "examples/two-hosts/attic.lab",
        "examples/clusters/lab.lab",
        "golden/plan/ports-keys-and-argo-cd/after.lab",
        "examples/openshift/payments.lab"
      })
  void agreesWithTheFilesWhateverStatementGoesOrComes(Path lab) throws IOException {
    var whole = side(lab);
    var others = withoutOneStatement(Files.readString(lab));
    assertThat(others).isNotEmpty();
    for (var other : others) {
      checkStatement(whole, other);
      checkStatement(other, whole);
    }
  }

  /// Each file that differs has its reason in a property.
  private static void checkStatement(Side old, Side now) {
    assertThat(new Planner(old, now).plan().entries())
        .flatMap(Entry::changes)
        .extracting(Change::path)
        .noneMatch(it -> it.endsWith("/(file)"));
    check(old, now);
  }

  private static Side side(Path lab) throws IOException {
    return side(Files.readString(lab)).orElseThrow();
  }

  /// Empty for a text that does not compile.
  private static Optional<Side> side(String text) {
    return Optional.of(Compiler.compile(sources(text)))
        .filter(it -> it.tree().isPresent())
        .map(it -> Side.of(it, true));
  }

  /// Those that compile.
  private static List<Side> withoutOneStatement(String lab) {
    var lines = lab.lines().toList();
    var found = new ArrayList<Side>();
    for (int i = 0; i < lines.size(); i++) {
      var line = lines.get(i).strip();
      if (line.isEmpty() || line.startsWith("#") || line.startsWith("}")) {
        continue;
      }
      int end = line.endsWith("{") ? endOfBlock(lines, i) : i;
      var rest = new ArrayList<>(lines.subList(0, i));
      rest.addAll(lines.subList(end + 1, lines.size()));
      side(String.join("\n", rest) + "\n").ifPresent(found::add);
    }
    return found;
  }

  private static int endOfBlock(List<String> lines, int start) {
    int margin = margin(lines.get(start));
    for (int i = start + 1; i < lines.size(); i++) {
      if (lines.get(i).strip().equals("}") && margin(lines.get(i)) == margin) {
        return i;
      }
    }
    return start;
  }

  private static int margin(String line) {
    return line.length() - line.stripLeading().length();
  }

  private static SourceSet sources(String text) {
    return SourceSet.of(new SourceFile("a.lab", text));
  }

  private static void check(Side old, Side now) {
    var plan = new Planner(old, now).plan();
    if (!plan.files().isEmpty()) {
      assertThat(plan.entries()).isNotEmpty();
    }
    for (var subject : now.subjects()) {
      if (old.subjects().contains(subject)) {
        var entry = plan.entries().stream().filter(it -> it.subject().equals(subject)).findFirst();
        var touched = files(subject, old, now);
        touched.retainAll(plan.files().keySet());
        switch (subject.kind()) {
          case MICROVM -> checkMicroVm(entry, touched);
          case OPENSHIFT_VM, DEPLOYMENT -> {
            if (!touched.isEmpty()) {
              assertThat(entry).as("%s has %s", subject, touched).isPresent();
            }
          }
          case HOST -> checkHost(entry, touched, subject.name(), old, now);
          case LAB, VLAN, CLUSTER, PROJECT -> {}
        }
      }
    }
  }

  private static Set<String> files(Subject subject, Side old, Side now) {
    var files = new TreeSet<>(new Reach(old).files(subject));
    files.addAll(new Reach(now).files(subject));
    return files;
  }

  private static void checkMicroVm(Optional<Entry> entry, Set<String> touched) {
    if (!touched.isEmpty()) {
      assertThat(entry).as("%s differ", touched).isPresent();
      assertThat(entry.orElseThrow().cost()).as("%s differ", touched).isGreaterThan(Cost.STOP);
    }
    var restarting =
        entry.stream()
            .flatMap(it -> it.changes().stream())
            .filter(it -> it.cost() == Cost.RESTART && !ELSEWHERE.contains(it.path()))
            .toList();
    if (touched.isEmpty()) {
      assertThat(restarting).isEmpty();
    }
  }

  private static void checkHost(
      Optional<Entry> entry, Set<String> touched, String host, Side old, Side now) {
    var network = "hosts/" + host + "/network.nix";
    boolean restarts =
        !old.files().entries(network, "netdevs").equals(now.files().entries(network, "netdevs"));
    if (restarts) {
      assertThat(entry.orElseThrow().costs()).contains(Cost.NETWORK_RESTART);
    } else if (touched.contains(network)) {
      assertThat(entry.orElseThrow().costs())
          .containsAnyOf(Cost.NETWORK_RELOAD, Cost.NETWORK_RESTART);
    }
    if (touched.contains("hosts/" + host + "/default.nix")) {
      assertThat(entry.orElseThrow().cost()).isGreaterThan(Cost.NOTHING);
    }
  }

  @Test
  void nothingChangesBetweenALabAndItself() throws IOException {
    var lab = Files.readString(Path.of("examples/openshift/payments.lab"));

    assertThat(Plan.between(sources(lab), sources(lab)))
        .isInstanceOfSatisfying(
            Outcome.Planned.class, it -> assertThat(it.plan().isEmpty()).isTrue());
  }

  @Test
  void saysWhichOfTheTwoHasErrors() {
    assertThat(Plan.between(sources("vm"), sources(""))).isInstanceOf(Outcome.BaseBroken.class);
    assertThat(Plan.between(sources(""), sources("vm"))).isInstanceOf(Outcome.LabBroken.class);
  }

  @Test
  void aLabThatWasNotThereIsNewAsAWhole() throws IOException {
    var lab = Files.readString(Path.of("examples/openshift/payments.lab"));
    var none = new SourceSet(List.of(), _ -> Optional.empty());

    assertThat(Plan.between(none, sources(lab)))
        .isInstanceOfSatisfying(
            Outcome.Planned.class,
            it ->
                assertThat(it.plan().entries())
                    .isNotEmpty()
                    .allMatch(entry -> entry.state() == State.ADDED));
  }
}
