package dev.homelabc.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.consumer.Consumer;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.format.Formatter;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.syntax.Parser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The fleets that `bench/peers` lets homelabc and other languages make.
class FleetScriptTest {
  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(ints = {6, 100})
  void aFleetHasNoFindingAndIsFormatted(int vms) throws IOException {
    var source = lab(Integer.toString(vms));

    assertThat(source.text().split("\nvm ", -1)).hasSize(vms + 1);
    assertThat(findings(source)).isEmpty();
    assertThat(Formatter.format(Parser.parse(source))).isEqualTo(source.text());
  }

  @ParameterizedTest
  @CsvSource({
    "name, duplicate-name",
    "mac, duplicate-mac",
    "ip, duplicate-ip",
    "cid, duplicate-cid",
    "memory, memory-2048",
    "subnet, ip-outside-subnet"
  })
  void aSlipIsTheOnlyFinding(String slip, String code) throws IOException {
    assertThat(findings(lab("6", slip))).extracting(it -> it.code().name()).containsExactly(code);
  }

  @Test
  void whatIsNoFleetIsRefused() {
    var result = fleet("6", "no-such-slip");

    assertThat(result.exitCode()).isEqualTo(2);
    assertThat(result.err()).startsWith("fleet: a slip is one of name, mac, ip");
    assertThat(folder).isEmptyDirectory();
  }

  private SourceFile lab(String vms, String... slip) throws IOException {
    var result = fleet(vms, slip);
    assertThat(result.exitCode()).as(result.err()).isZero();
    return new SourceFile("fleet.lab", Files.readString(folder.resolve("fleet.lab")));
  }

  private Consumer.Result fleet(String vms, String... slip) {
    var arguments = new ArrayList<>(List.of("bench/fleet", vms, folder.toString()));
    arguments.addAll(List.of(slip));
    return Consumer.require("python3").run(arguments.toArray(String[]::new));
  }

  private static List<Diagnostic> findings(SourceFile source) {
    return Compiler.compile(SourceSet.of(source), List.of()).diagnostics();
  }
}
