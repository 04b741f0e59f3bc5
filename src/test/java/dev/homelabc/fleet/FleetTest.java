package dev.homelabc.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ForkJoinPool;
import java.util.function.BiConsumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FleetTest {
  @ParameterizedTest
  @ValueSource(ints = {1, 100, 1_000})
  void aCleanFleetHasNoFinding(int vms) {
    assertThat(findings(new Fleet(vms).text())).isEmpty();
  }

  /// Each kind of slip, made twice in a fleet of a thousand VMs, is found where it was made, and
  /// nothing else is.
  @Test
  void fiftySlipsAmongAThousandVmsAreTheFiftyFindings() {
    assertThat(SLIPS).hasSize(25);
    var fleet = new Fleet(1_000);
    var expected = new ArrayList<String>();
    int at = 7;
    for (int round = 0; round < 2; round++) {
      for (var slip : new TreeMap<>(SLIPS).entrySet()) {
        var machine = fleet.machines().get(at);
        slip.getValue().accept(machine, fleet.machines().get(at - 1));
        expected.add(slip.getKey() + " in " + machine.name());
        at += 19;
      }
    }

    var text = fleet.text();
    assertThat(findings(text).stream().map(it -> it.code().name() + " in " + vm(text, it)))
        .containsExactlyInAnyOrderElementsOf(expected);
  }

  @Test
  void howeverManyProcessorsLookTheFindingsAreTheSame() throws Exception {
    var fleet = new Fleet(600);
    int at = 1;
    for (var slip : SLIPS.values()) {
      slip.accept(fleet.machines().get(at), fleet.machines().get(at - 1));
      at += 19;
    }
    var sources = SourceSet.of(new SourceFile("fleet.lab", fleet.text()));

    assertThat(onOneProcessor(() -> Compiler.compile(sources).diagnostics()))
        .hasSizeGreaterThanOrEqualTo(SLIPS.size())
        .isEqualTo(Compiler.compile(sources).diagnostics());
  }

  @Test
  void howeverManyProcessorsWriteTheFilesAreTheSame() throws Exception {
    var sources = SourceSet.of(new SourceFile("fleet.lab", new Fleet(600).text()));

    assertThat(onOneProcessor(() -> Compiler.compile(sources).tree().orElseThrow().files()))
        .hasSizeGreaterThan(600)
        .isEqualTo(Compiler.compile(sources).tree().orElseThrow().files());
  }

  /// What is shared out within a pool stays in it.
  private static <T> T onOneProcessor(Callable<T> work) throws Exception {
    try (var pool = new ForkJoinPool(1)) {
      return pool.submit(work).get();
    }
  }

  /// What to do to a VM, given another one of the same host and VLAN, by the code that it earns.
  private static final Map<String, BiConsumer<Machine, Machine>> SLIPS =
      Map.ofEntries(
          Map.entry("bad-boolean", (vm, _) -> vm.set("autostart", "autostart yes")),
          Map.entry("bad-ipv4", (vm, _) -> vm.set("ip", vm.get("ip") + "00")),
          Map.entry("bad-mac", (vm, _) -> vm.set("mac", vm.get("mac") + ":00")),
          Map.entry("bad-port", (vm, _) -> vm.set("more", "port more 65536")),
          Map.entry("bad-size", (vm, _) -> vm.set("memory", "memory 1024")),
          Map.entry("decimal-unit", (vm, _) -> vm.set("memory", "memory 1GB")),
          Map.entry("duplicate-cid", (vm, other) -> vm.set("vsock", other.get("vsock"))),
          Map.entry(
              "duplicate-hostname", (vm, other) -> vm.set("hostname", "hostname " + other.name())),
          Map.entry("duplicate-ip", (vm, other) -> vm.set("ip", other.get("ip"))),
          Map.entry("duplicate-mac", (vm, other) -> vm.set("mac", other.get("mac"))),
          Map.entry("duplicate-property", (vm, _) -> vm.set("again", "vsock 7")),
          Map.entry("duplicate-tap", (vm, other) -> vm.set("tap", "tap vm-" + other.name())),
          Map.entry("ip-is-broadcast", (vm, _) -> vm.set("ip", inSubnet(vm, 255))),
          Map.entry("ip-is-gateway", (vm, _) -> vm.set("ip", inSubnet(vm, 1))),
          Map.entry("ip-is-network", (vm, _) -> vm.set("ip", inSubnet(vm, 0))),
          Map.entry("ip-outside-subnet", (vm, _) -> vm.set("ip", "ip 10.99.0.10")),
          Map.entry("long-tap", (vm, _) -> vm.set("tap", "tap vm-" + vm.name() + "-outside")),
          Map.entry("memory-2048", (vm, _) -> vm.set("memory", "memory 2GiB")),
          Map.entry("port-clash", (vm, _) -> vm.set("more", "port more 22")),
          Map.entry("relative-path", (vm, _) -> vm.set("more", share("data/more"))),
          Map.entry("reserved-cid", (vm, _) -> vm.set("vsock", "vsock 2")),
          Map.entry("reserved-tap", (vm, _) -> vm.set("tap", "tap vt-" + vm.name())),
          Map.entry("unknown-name", (vm, _) -> vm.set("vlan", "vlan nowhere")),
          Map.entry("unknown-property", (vm, _) -> vm.set("memry", "memry 2GiB")),
          Map.entry("wrong-platform", (vm, _) -> vm.set("disk", "disk 10GiB")));

  private static String share(String source) {
    return "share more {\n    source %s\n    mount /srv/more\n  }".formatted(source);
  }

  private static String inSubnet(Machine vm, int octet) {
    return vm.get("ip").replaceFirst("[0-9]+$", Integer.toString(octet));
  }

  private static List<Diagnostic> findings(String text) {
    return Compiler.compile(SourceSet.of(new SourceFile("fleet.lab", text)), List.of())
        .diagnostics();
  }

  /// The VM in whose block a finding stands.
  private static String vm(String text, Diagnostic finding) {
    int at = text.lastIndexOf("\nvm ", finding.primary().place().span().start());
    return text.substring(at + 4, text.indexOf(' ', at + 4));
  }
}
