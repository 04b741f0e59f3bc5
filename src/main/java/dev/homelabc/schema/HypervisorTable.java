package dev.homelabc.schema;

import dev.homelabc.diagnostic.JsonText;
import dev.homelabc.value.Capability;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.Support;
import java.util.Arrays;
import java.util.StringJoiner;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What each hypervisor can do, for people and programs.
final class HypervisorTable {
  private static final String SOURCE =
      "Read in `lib/runners/*.nix` of microvm.nix at `" + Capability.REVISION + "`.";

  private static final String PREFACE =
      """
      # Hypervisors

      What a VM may ask of each hypervisor of microvm.nix. This page is made by
      `homelabc reference hypervisors --format markdown`. %s

      `yes`: it works. `refused`: microvm.nix stops with an error. `ignored`: microvm.nix leaves it out,
      with a warning at most. `broken`: it is handed on and does not work. homelabc refuses all but `yes`,
      and warns of a volume where there is no graceful shutdown. `vfkit` runs on macOS only.

      """
          .replace("%s", SOURCE);

  private HypervisorTable() {}

  static String text() {
    int width =
        Arrays.stream(Capability.values())
            .mapToInt(it -> it.toString().length())
            .max()
            .orElseThrow();
    var lines = new StringJoiner("\n", "", "\n\n" + SOURCE + "\n");
    lines.add(line(width, "", Arrays.stream(Hypervisor.values()).map(Hypervisor::toString)));
    for (var capability : Capability.values()) {
      lines.add(line(width, capability.toString(), row(capability)));
    }
    return lines.toString();
  }

  private static String line(int width, String head, Stream<String> cells) {
    var columns = Arrays.stream(Hypervisor.values()).map(HypervisorTable::width).toList();
    var texts = cells.toList();
    var line = new StringBuilder(pad(head, width));
    for (int i = 0; i < texts.size(); i++) {
      line.append("  ").append(pad(texts.get(i), columns.get(i)));
    }
    return line.toString().stripTrailing();
  }

  /// A column is as wide as its widest cell can be.
  private static int width(Hypervisor hypervisor) {
    return Stream.concat(Stream.of(hypervisor), Arrays.stream(Support.values()))
        .mapToInt(it -> it.toString().length())
        .max()
        .orElseThrow();
  }

  private static String pad(String text, int width) {
    return text + " ".repeat(width - text.length());
  }

  static String markdown() {
    var hypervisors = Arrays.stream(Hypervisor.values()).map(it -> "`" + it + "`");
    var page = new StringBuilder(PREFACE);
    page.append(cells("", hypervisors)).append(cells("---", rule()));
    for (var capability : Capability.values()) {
      page.append(cells(capability.toString(), row(capability)));
    }
    return page.toString();
  }

  private static Stream<String> rule() {
    return Arrays.stream(Hypervisor.values()).map(_ -> "---");
  }

  private static String cells(String head, Stream<String> cells) {
    return Stream.concat(Stream.of(head), cells).collect(Collectors.joining(" | ", "| ", " |\n"));
  }

  private static Stream<String> row(Capability capability) {
    return Arrays.stream(Hypervisor.values()).map(it -> capability.on(it).toString());
  }

  /// `{ "revision": …, "hypervisors": [ … ], "capabilities": [ { "name": …, "HYPERVISOR": … } ] }`.
  static String json() {
    return JsonText.of(json -> {
      json.writeStringField("revision", Capability.REVISION);
      json.writeArrayFieldStart("hypervisors");
      for (var hypervisor : Hypervisor.values()) {
        json.writeString(hypervisor.toString());
      }
      json.writeEndArray();
      json.writeArrayFieldStart("capabilities");
      for (var capability : Capability.values()) {
        json.writeStartObject();
        json.writeStringField("name", capability.toString());
        for (var hypervisor : Hypervisor.values()) {
          json.writeStringField(hypervisor.toString(), capability.on(hypervisor).toString());
        }
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }
}
