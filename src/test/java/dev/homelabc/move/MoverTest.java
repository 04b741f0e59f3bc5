package dev.homelabc.move;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Property.Platform;
import dev.homelabc.schema.Schema;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.value.Name;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class MoverTest {
  private static final String LAB =
      """
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      host box {
        bridge vmbr0 {
          uplink enp1s0
          trunk services
        }
      }
      openshift shop {
        network inside {
          bridge br-shop
          vlan services
        }
      }
      profile tiny {
        vcpu 1
        memory 1GiB
      }
      vm web {
        profile tiny
        on box
        vlan services
        ip 10.0.20.10
        mac 02:00:00:00:20:10
        description "The ${name}."
      }
      """;

  /// Nobody can add a property and forget what becomes of it.
  @Test
  void everyPropertyOfVmsHasItsFateOnEachPlatform() {
    assertThat(properties(Platform.MICROVM)).isEqualTo(Reasons.OF_MICROVMS.keySet());
    assertThat(properties(Platform.OPENSHIFT)).isEqualTo(Reasons.OF_OPENSHIFT.keySet());
    var both = Stream.concat(Reasons.ALIKE.stream(), Stream.of("gpu", "port"));
    assertThat(properties(Platform.ANY)).isEqualTo(both.collect(Collectors.toSet()));
  }

  /// What stands in a report can be written: no line in it is of the other platform or missing.
  @TestFactory
  Stream<DynamicTest> whatItWritesIsUnderstoodAtTheOtherPlace() throws IOException {
    try (var examples = Files.list(Path.of("examples"))) {
      return examples.sorted().flatMap(it -> questions(it).stream()).toList().stream()
          .map(it -> dynamicTest(it.toString(), () -> check(it)));
    }
  }

  private record Question(Path example, String vm, String place) {}

  /// Each VM of an example, and each place.
  private static List<Question> questions(Path example) {
    var lab = Compiler.compile(lab(example), List.of()).lab().orElseThrow();
    var hosts = lab.hosts().stream().map(it -> it.name().text());
    var projects = lab.projects().stream().map(it -> it.name().text());
    var places = Stream.concat(hosts, projects).toList();
    return Stream.concat(
            lab.microVms().stream().map(it -> it.name()),
            lab.openShiftVms().stream().map(it -> it.group()))
        .distinct()
        .map(Name::text)
        .flatMap(vm -> places.stream().map(place -> new Question(example, vm, place)))
        .toList();
  }

  private static void check(Question question) {
    var answer = Mover.ask(lab(question.example), question.vm, question.place);
    if (!(answer instanceof Mover.Answer.Moved(var move))) {
      assertThat(answer).asString().contains("already");
      return;
    }
    var codes = move.found().stream().filter(it -> it.isError()).map(it -> it.code().name());
    assertThat(codes.toList())
        .as(move.text(Language.ENGLISH))
        .doesNotContain(
            "bad-boolean", "idle-property", "missing-property", "unknown-property", "bad-text")
        .filteredOn(it -> it.equals("wrong-platform"))
        // A node of a cluster has to run on a host.
        .hasSizeLessThanOrEqualTo(1);
  }

  @Test
  void everyLineOfAVmStandsInTheReportOnce() {
    var move = move(LAB, "web", "shop");

    assertThat(move.items())
        .extracting(it -> it.line().property().name())
        .containsExactly("description", "vcpu", "memory", "vlan", "ip", "mac");
  }

  @Test
  void textsWaitForTheNameThatTheyHaveThere() {
    assertThat(move(LAB.replace("on box", "on box\nreplicas 2"), "web-02", "shop").there())
        .get()
        .asString()
        .startsWith("vm web {\n  on shop\n  replicas 2\n  description \"The ${name}.\"\n");
  }

  @Test
  void aVmWhoseLinesAreOfItsFormerPlaceIsToldWhatToWrite() {
    var move = move(LAB.replace("on box", "on shop"), "web", "shop");

    assertThat(move.title()).hasToString("`web`: a host → OpenShift project `shop`");
    assertThat(move.there()).get().asString().contains("  image https://").doesNotContain("vlan");
  }

  @Test
  void movingChangesNothingElseOfTheLab() {
    var move = move(LAB, "web", "shop");

    assertThat(move.works()).isTrue();
    assertThat(move.found()).extracting(it -> it.code().name()).containsExactly("unused-profile");
  }

  @Test
  void theOnOfAProfileIsOutweighed() {
    var lab = LAB.replace("  on box\n", "").replace("profile tiny {", "profile tiny {\n  on box");
    var two =
        lab + "host rack {\n  bridge vmbr0 {\n    uplink enp1s0\n    trunk services\n  }\n}\n";

    assertThat(move(two, "web", "rack").works()).isTrue();
  }

  @Test
  void whatIsThereAlreadyIsNotAddedAgain() {
    assertThat(move(LAB.replace("  mac", "  disk 7GiB\n  mac"), "web", "shop").there())
        .get()
        .asString()
        .contains("  disk 7GiB\n")
        .doesNotContain("disk 20GiB");
  }

  @Test
  void anAddressThatNoFirstCanSayIsNotKept() {
    var wide = LAB.replace("10.0.20.0/24", "10.0.0.0/8").replace("10.0.20.10", "10.200.0.10");
    var move = move(wide, "web", "shop");

    assertThat(move.works()).isTrue();
    assertThat(move.there()).get().asString().doesNotContain("first");
  }

  @Test
  void aSwitchAloneIsOn() {
    var move = move(LAB.replace("  mac", "  autostart\n  mac"), "web", "shop");

    assertThat(move.items())
        .filteredOn(it -> it.line().words().equals("autostart true"))
        .extracting(it -> it.reason().toString())
        .containsExactly("is `run-strategy Always`, as without it");
  }

  @Test
  void aLabThatCannotBeReadHasNoAnswer() {
    var answer = Mover.ask(lab(LAB.replace("id 20", "id 5000")), "web", "shop");

    assertThat(answer)
        .isInstanceOfSatisfying(
            Mover.Answer.Unclear.class,
            it ->
                assertThat(it.reason())
                    .hasToString("a move can be told when all of the lab can be read"));
  }

  private static Set<String> properties(Platform platform) {
    return Schema.kind("vm").body().properties().stream()
        .filter(it -> it.platform() == platform)
        .map(Property::name)
        .collect(Collectors.toSet());
  }

  private static Move move(String lab, String vm, String place) {
    return switch (Mover.ask(lab(lab), vm, place)) {
      case Mover.Answer.Moved(var move) -> move;
      case Mover.Answer.Unclear(var reason) -> fail(reason.toString());
    };
  }

  private static SourceSet lab(String text) {
    return SourceSet.of(new SourceFile("home.lab", text));
  }

  /// With one more project where that leaves the VMs where they are: on a host.
  private static SourceSet lab(Path example) {
    try (var files = Files.list(example)) {
      var own =
          files
              .filter(it -> it.toString().endsWith(".lab"))
              .sorted()
              .map(MoverTest::source)
              .collect(Collectors.toCollection(ArrayList::new));
      if (own.stream().anyMatch(it -> it.text().contains("host "))) {
        own.add(new SourceFile("spare.lab", "openshift spare-project\n"));
      }
      return new SourceSet(own, path -> Optional.of(source(Path.of(path))));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static SourceFile source(Path file) {
    try {
      return SourceFile.decode(file.toString(), Files.readAllBytes(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
