package dev.homelabc.cluster;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.homelabc.diagnostic.JsonText;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Table;
import dev.homelabc.diagnostic.Table.Cell;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A situation for people, as a table, and for programs, as JSON.
///
/// @param scope what was looked at
public record StatusReport(Scope scope, Situation situation) {
  private static final String NOTHING = "-";

  public String table(Language language) {
    var vms = Table.ofWords();
    vms.row(
        cells(
            Message.of("VM").in(language),
            Message.of("PHASE").in(language),
            Message.of("NODE").in(language),
            Message.of("ADDRESS").in(language),
            Message.of("DISK").in(language),
            Message.of("PVC").in(language)));
    for (var vm : situation.vms()) {
      vms.row(
          cells(
              vm.name(),
              vm.phase(),
              vm.node().orElse(NOTHING),
              joined(vm.addresses(), it -> address(it, language)),
              joined(vm.disks(), VmState.Disk::toString),
              joined(vm.disks(), it -> it.claim().orElse(NOTHING))));
    }
    var text = new StringBuilder(vms.print());
    for (var vm : situation.vms()) {
      vm.disks().forEach(it -> it.message().ifPresent(why -> why(text, it.name(), why)));
      vm.message().filter(_ -> !vm.isSettled()).ifPresent(why -> why(text, vm.name(), why));
      if (vm.isBehind()) {
        why(
            text,
            vm.name(),
            Message.of("what was changed counts from its next start").in(language));
      }
    }
    if (!situation.troubles().isEmpty()) {
      text.append('\n').append(Message.of("Recent warnings").in(language)).append('\n');
      var troubles = Table.ofWords();
      for (var it : situation.troubles()) {
        var reason = it.count() > 1 ? it.reason() + " x" + it.count() : it.reason();
        troubles.row(
            cells(
                age(Duration.between(it.at(), situation.at())), it.about(), reason, it.message()));
      }
      text.append(troubles.print());
    }
    return text.toString();
  }

  private static void why(StringBuilder text, String name, String why) {
    text.append("\n  ")
        .append(name)
        .append(": ")
        .append(why.replaceAll("\\p{Cntrl}+", " "))
        .append('\n');
  }

  private static String address(VmState.Address address, Language language) {
    return address.isPlanned()
        ? Message.of("{0} (planned)", address.text()).in(language)
        : address.text();
  }

  private static <T> String joined(List<T> all, Function<T, String> text) {
    return all.isEmpty() ? NOTHING : all.stream().map(text).collect(Collectors.joining(", "));
  }

  private static List<Cell> cells(String... texts) {
    return List.of(texts).stream().map(Cell::of).toList();
  }

  /// In the largest unit of which there is a whole one.
  private static String age(Duration age) {
    if (age.toHours() > 0) {
      return age.toHours() + "h";
    }
    return age.toMinutes() > 0 ? age.toMinutes() + "m" : Math.max(0, age.toSeconds()) + "s";
  }

  public String json() {
    return JsonText.of(json -> {
      json.writeStringField("project", scope.project());
      json.writeStringField("namespace", scope.namespace());
      json.writeStringField("at", situation.at().toString());
      json.writeArrayFieldStart("vms");
      for (var vm : situation.vms()) {
        write(json, vm);
      }
      json.writeEndArray();
      json.writeArrayFieldStart("warnings");
      for (var it : situation.troubles()) {
        json.writeStartObject();
        json.writeStringField("at", it.at().toString());
        json.writeStringField("about", it.about());
        json.writeStringField("reason", it.reason());
        json.writeStringField("message", it.message());
        json.writeNumberField("count", it.count());
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }

  private static void write(JsonGenerator json, VmState vm) throws IOException {
    json.writeStartObject();
    json.writeStringField("name", vm.name());
    json.writeStringField("phase", vm.phase());
    json.writeBooleanField("ready", vm.isSettled());
    optional(json, "node", vm.node());
    optional(json, "message", vm.message());
    json.writeBooleanField("restartRequired", vm.isBehind());
    json.writeArrayFieldStart("addresses");
    for (var it : vm.addresses()) {
      json.writeStartObject();
      json.writeStringField("network", it.network());
      json.writeStringField("address", it.text());
      json.writeBooleanField("planned", it.isPlanned());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("disks");
    for (var it : vm.disks()) {
      json.writeStartObject();
      json.writeStringField("name", it.name());
      json.writeStringField("phase", it.phase());
      optional(json, "progress", it.progress());
      optional(json, "pvc", it.claim());
      optional(json, "message", it.message());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private static void optional(JsonGenerator json, String key, Optional<String> value)
      throws IOException {
    if (value.isPresent()) {
      json.writeStringField(key, value.get());
    } else {
      json.writeNullField(key);
    }
  }
}
