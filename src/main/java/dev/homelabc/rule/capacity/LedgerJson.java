package dev.homelabc.rule.capacity;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.homelabc.diagnostic.JsonText;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/// The ledger for programs: `{ "unit": "MiB", "hosts": [ … ], "projects": [ … ] }`, and where
/// something is supposed the verdict as well. Memory and disk are numbers of MiB.
///
/// | key | value |
/// |---|---|
/// | `name` | of the host or project |
/// | `memory`, `vcpu`, `disk` | of a host all of the following, of a project `used` |
/// | `total` | `null` where the host does not state it |
/// | `reserved`, `used` | what the host keeps for itself, what its VMs ask for |
/// | `free` | below zero what is missing; `null` where `total` is |
/// | `vms` | `name`, `count`, `supposed`, and `memory`, `vcpu`, `disk` of all `count` together |
/// | `fits` | `true`, `false`, or `null` where it cannot be told |
/// | `lacking`, `unstated` | why not, why it cannot be told: sentences in English |
/// | `tight` | what is worth a warning, likewise |
final class LedgerJson {
  private final JsonGenerator json;

  private LedgerJson(JsonGenerator json) {
    this.json = json;
  }

  static String print(Ledger ledger, Optional<Verdict> verdict) {
    return JsonText.of(json -> {
      json.writeStringField("unit", "MiB");
      var printer = new LedgerJson(json);
      printer.accounts("hosts", ledger.hosts());
      printer.accounts("projects", ledger.projects());
      if (verdict.isPresent()) {
        printer.verdict(verdict.get());
      }
    });
  }

  private void accounts(String key, List<? extends Account> accounts) throws IOException {
    json.writeArrayFieldStart(key);
    for (var account : accounts) {
      json.writeStartObject();
      json.writeStringField("name", account.name().text());
      for (var resource : Resource.values()) {
        json.writeObjectFieldStart(key(resource));
        switch (account) {
          case HostAccount host -> {
            number("total", host.total(resource));
            json.writeNumberField("reserved", host.reserved(resource));
            json.writeNumberField("used", host.used(resource));
            number("free", host.free(resource));
          }
          case ProjectAccount project -> json.writeNumberField("used", project.used(resource));
        }
        json.writeEndObject();
      }
      demands(account.demands());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void demands(List<Demand> demands) throws IOException {
    json.writeArrayFieldStart("vms");
    for (var demand : demands) {
      json.writeStartObject();
      json.writeStringField("name", demand.name());
      json.writeNumberField("count", demand.count());
      for (var resource : Resource.values()) {
        json.writeNumberField(key(resource), demand.amount(resource));
      }
      json.writeBooleanField("supposed", demand.isSupposed());
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void verdict(Verdict verdict) throws IOException {
    json.writeFieldName("fits");
    if (verdict.fits().isPresent()) {
      json.writeBoolean(verdict.fits().get());
    } else {
      json.writeNull();
    }
    sentences("lacking", verdict.lacking());
    sentences("tight", verdict.tight());
    sentences("unstated", verdict.unstated());
  }

  private void sentences(String key, List<?> sentences) throws IOException {
    json.writeArrayFieldStart(key);
    for (var sentence : sentences) {
      json.writeString(sentence.toString());
    }
    json.writeEndArray();
  }

  private void number(String key, OptionalLong number) throws IOException {
    if (number.isPresent()) {
      json.writeNumberField(key, number.getAsLong());
    } else {
      json.writeNullField(key);
    }
  }

  private static String key(Resource resource) {
    return switch (resource) {
      case MEMORY -> "memory";
      case CPU -> "vcpu";
      case DISK -> "disk";
    };
  }
}
