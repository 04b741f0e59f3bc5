package dev.homelabc.rule.capacity;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.model.Binder;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parser;
import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LedgerTest {
  private static final String NETWORK =
      """
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      """;

  @Test
  void countsWhatIsFreeBesideTheReserve() {
    var host = host("memory 16GiB\ncpus 4\ndisk 10GiB", vm("a", 10, "vcpu 2", "memory 3GiB"));

    assertThat(host.free(Resource.MEMORY)).hasValue((16 - 3 - 2) * 1024);
    assertThat(host.free(Resource.CPU)).hasValue(2);
    assertThat(host.free(Resource.DISK)).hasValue(10 * 1024);
  }

  @Test
  void knowsWhatIsUsedOfAHostThatStatesNothing() {
    var host = host("", vm("a", 10, "vcpu 2", "memory 3GiB"));

    assertThat(host.used(Resource.MEMORY)).isEqualTo(3 * 1024);
    assertThat(host.total(Resource.MEMORY)).isEqualTo(OptionalLong.empty());
    assertThat(host.free(Resource.MEMORY)).isEqualTo(OptionalLong.empty());
  }

  @Test
  void letsTheVmsHaveAllThatTheHostDoesNotKeep() {
    var lab = host("memory 4GiB") + vm("a", 10, "vcpu 1", "memory 2047MiB");

    assertThat(codes(lab + vm("b", 11, "vcpu 1", "memory 1MiB"))).containsExactly("tiny-memory");
    assertThat(codes(lab + vm("b", 11, "vcpu 1", "memory 33MiB")))
        .containsExactly("memory-overcommit");
  }

  @Test
  void hasNothingAgainstASmallHostWithoutVms() {
    assertThat(codes(host("memory 1GiB"))).isEmpty();
  }

  @Test
  void reportsAMissingMemoryAndNotTheMemoryOfItsStandIn() {
    var lab = host("memory 4GiB") + vm("a", 10, "vcpu 1", "memory 2047MiB");

    assertThat(codes(lab + vm("b", 11, "vcpu 1", ""))).containsExactly("missing-property");
  }

  @Test
  void reportsOneVmThatIsTooWideAndNotTheSumAsWell() {
    assertThat(codes(host("cpus 2") + vm("a", 10, "vcpu 64", "memory 1GiB")))
        .containsExactly("vcpu-exceeds-host");
  }

  @Test
  void letsFourVirtualCpusShareAProcessor() {
    var lab = host("cpus 1") + vm("a", 10, "replicas 4\nvcpu 1", "memory 1GiB");

    assertThat(codes(lab)).isEmpty();
    assertThat(codes(lab.replace("replicas 4", "replicas 5"))).containsExactly("vcpu-overcommit");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "2047, 2047MiB",
    "2048, 2GiB",
    "40960, 40GiB",
    "40958, 40.0GiB",
    "-14336, -14GiB",
    "1048576, 1TiB"
  })
  void saysSizesExactlyWhileTheyAreSmall(long mib, String text) {
    assertThat(Resource.MEMORY.text(mib)).isEqualTo(text);
  }

  private static String host(String lines) {
    return NETWORK + "host box {\n" + lines + "\n}\n";
  }

  private static HostAccount host(String lines, String vms) {
    var parsed = Parser.parse(new SourceFile("a.lab", host(lines) + vms));
    return Ledger.of(Binder.bind(List.of(parsed)).lab()).hosts().getFirst();
  }

  private static String vm(String name, int number, String cpus, String memory) {
    return """
    vm %s {
      vlan services
      ip 10.0.20.%d
      mac 02:00:00:00:20:%d
      %s
      %s
    }
    """
        .formatted(name, number, number, cpus, memory);
  }

  private static List<String> codes(String lab) {
    return Compiler.compile(SourceSet.of(new SourceFile("a.lab", lab)), List.of())
        .diagnostics()
        .stream()
        .map(it -> it.code().name())
        .toList();
  }
}
