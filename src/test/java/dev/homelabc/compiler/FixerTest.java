package dev.homelabc.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;

import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class FixerTest {
  private static final String NETWORK = "host box; vlan services { id 20; subnet 10.0.20.0/24 }\n";

  @Test
  void fixesEachFileAndCountsItsFindings() {
    var clean = new SourceFile("b.lab", NETWORK);
    var fixed =
        Fixer.fix(
            SourceSet.of(
                new SourceFile("a.lab", vm("web", 10, "memory 4GB; autostart no")),
                clean,
                new SourceFile("c.lab", vm("db", 11, "memory 2GB"))));

    assertThat(texts(fixed))
        .containsExactly(
            vm("web", 10, "memory 4GiB; autostart false"), NETWORK, vm("db", 11, "memory 2047MiB"));
    assertThat(fixed.sources().files().get(1)).isSameAs(clean);
    assertThat(fixed.counts()).containsExactly(entry("a.lab", 2), entry("c.lab", 2));
    assertThat(fixed.report().findings()).isEmpty();
  }

  @Test
  void leavesImportedFilesAlone() {
    var imported = new SourceFile("shared/p.lab", "profile p { memory 4GB }\n");
    var own = new SourceFile("a.lab", "import \"shared/p.lab\"\nhost box { memory 64GB }\n");
    var fixed = Fixer.fix(new SourceSet(List.of(own), _ -> Optional.of(imported)));

    assertThat(texts(fixed)).containsExactly(own.text().replace("64GB", "64GiB"));
    assertThat(codes(fixed)).containsExactly("decimal-unit");
    assertThat(fixed.counts()).containsExactly(entry("a.lab", 1));
  }

  @Test
  void leavesOutAFixWithWhichThereAreMoreErrors() {
    var fixed = fix("vlna services { id 5000; subnet 10.0.20.0 }\nhost box { memory 64GB }\n");

    assertThat(texts(fixed).getFirst())
        .isEqualTo("vlna services { id 5000; subnet 10.0.20.0 }\nhost box { memory 64GiB }\n");
    assertThat(codes(fixed)).containsExactly("unknown-property");
  }

  @Test
  void appliesAFixThatBaresNoMoreThanItCures() {
    assertThat(codes(fix("vlna services { id 5000; subnet 10.0.20.0/24 }\n")))
        .containsExactly("vlan-range");
  }

  @Test
  void leavesOutAFixThatBringsAnotherErrorToItsPlace() {
    var lab = NETWORK + vm("web", 10, "memory 1GiB; memroy 2GiB");

    assertThat(texts(fix(lab))).containsExactly(lab);
  }

  @Test
  void leavesOutTheOneThatClashesAmongMany() {
    var lab =
        NETWORK
            + vm("web", 10, "memory 4GB")
            + vm("db", 11, "memory 4GB").replace("02:00:00:00:20:11", "02-00-00-00-20-10")
            + vm("ci", 12, "memory 4GB");
    var fixed = fix(lab);

    assertThat(texts(fixed)).containsExactly(lab.replace("4GB", "4GiB"));
    assertThat(codes(fixed)).containsExactly("bad-mac");
    assertThat(fixed.counts()).containsExactly(entry("a.lab", 3));
  }

  @Test
  void fixesALineThatManyVmsShareOnce() {
    var lab =
        NETWORK
            + "profile p { memory 2GiB }\n"
            + vm("web", 10, "profile p")
            + vm("db", 11, "profile p");
    var fixed = fix(lab);

    assertThat(texts(fixed)).containsExactly(lab.replace("2GiB", "2047MiB"));
    assertThat(fixed.counts()).containsExactly(entry("a.lab", 1));
  }

  @Test
  void readsAnInterpolationOnceForAllReplicas() {
    var lab = NETWORK + vm("web", 10, "memory 1GiB; replicas 3; hostname \"w-${idnex}\"");

    assertThat(texts(fix(lab))).containsExactly(lab.replace("idnex", "index"));
  }

  @Test
  void findsOutWhichOfManyBareMoreErrorsThanTheyCure() {
    var text =
        IntStream.range(0, 3)
            .mapToObj(i ->
                "host h" + i + " { memory 4GB }\nvlna v" + i + " { id 5000; subnet 10.0.20.0 }\n")
            .collect(Collectors.joining());

    assertThat(texts(fix(text))).containsExactly(text.replace("4GB", "4GiB"));
  }

  @Test
  @Timeout(30)
  void doesNotSlowDownWithTheSquareOfTheFixes() {
    var vms =
        IntStream.range(0, 2000)
            .mapToObj(i -> vm("v" + i, 10, "memory 4GB; memroy 4GiB; autostart no"))
            .collect(Collectors.joining());

    assertThat(fix(NETWORK + vms).counts()).containsExactly(entry("a.lab", 4000));
  }

  private static Fixed fix(String lab) {
    return Fixer.fix(SourceSet.of(new SourceFile("a.lab", lab)));
  }

  private static List<String> texts(Fixed fixed) {
    return fixed.sources().files().stream().map(SourceFile::text).toList();
  }

  private static List<String> codes(Fixed fixed) {
    return fixed.report().findings().stream().map(it -> it.code().name()).toList();
  }

  private static String vm(String name, int number, String lines) {
    return "vm %s { vlan services; ip 10.0.20.%d; mac 02:00:00:00:20:%d; vcpu 1; %s }\n"
        .formatted(name, number, number, lines);
  }
}
