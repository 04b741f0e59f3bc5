package dev.homelabc.cli;

import dev.homelabc.allocate.AddressBook;
import dev.homelabc.allocate.Holding;
import dev.homelabc.allocate.Offer;
import dev.homelabc.diagnostic.JsonText;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Table;
import dev.homelabc.diagnostic.Table.Cell;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Vlan;
import dev.homelabc.value.Cid;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What is free in VLANs and on hosts.
///
/// As JSON it is `{ "vlans": [ … ], "hosts": [ … ] }`:
///
/// | key | value |
/// |---|---|
/// | `name` | of the VLAN or host |
/// | `subnet`, `free` | of a VLAN: its network, and how many addresses are free |
/// | `next` | of a VLAN: objects with `ip`, `mac` and `cid`, which go together |
/// | `taken` | of a VLAN: `first` and `last` address and `owner`, in words; if asked for by name |
/// | `cids` | of a host: the next free ones |
record Vacancies(List<OfVlan> vlans, List<OfHost> hosts) {
  /// How they are written.
  enum Format {
    TEXT,
    JSON
  }

  record OfVlan(Vlan vlan, long free, List<Offer> next, List<Holding> taken) {}

  record OfHost(Host host, List<Cid> next) {}

  /// Those of all VLANs and hosts.
  ///
  /// @param count how many of each
  static Vacancies of(Lab lab, AddressBook book, int count) {
    return new Vacancies(
        lab.vlans().stream()
            .map(it -> new OfVlan(it, book.countFree(it), book.next(it, count), List.of()))
            .toList(),
        lab.hosts().stream()
            .map(it -> new OfHost(it, book.freeCids(it).limit(count).toList()))
            .toList());
  }

  /// Those of a VLAN or host, or of one each, with who has the rest of the VLAN.
  Vacancies of(String name, AddressBook book) {
    return new Vacancies(
        vlans.stream()
            .filter(it -> it.vlan.name().text().equals(name))
            .map(it -> new OfVlan(it.vlan, it.free, it.next, book.taken(it.vlan)))
            .toList(),
        hosts.stream().filter(it -> it.host.name().text().equals(name)).toList());
  }

  boolean isEmpty() {
    return vlans.isEmpty() && hosts.isEmpty();
  }

  String text(Format format, Language language) {
    return switch (format) {
      case TEXT -> text(language);
      case JSON -> json();
    };
  }

  private String text(Language language) {
    var pages = new ArrayList<String>();
    for (var it : vlans) {
      var table = new Table(false);
      if (!it.next.isEmpty()) {
        table.row(cells("IP", "MAC", "CID"));
      }
      it.next.forEach(offer -> table.row(cells(offer.ip(), offer.mac(), offer.cid())));
      var head =
          it.free == 1
              ? Message.of("VLAN {0}, {1}: 1 address free", it.vlan, it.vlan.subnet())
              : Message.of("VLAN {0}, {1}: {2} addresses free", it.vlan, it.vlan.subnet(), it.free);
      pages.add(head.in(language) + "\n" + table.print());
      if (!it.taken.isEmpty()) {
        pages.add(taken(it.taken, language));
      }
    }
    for (var it : hosts) {
      var cids = it.next.stream().map(Cid::toString).collect(Collectors.joining(", "));
      pages.add(Message.of("host {0}: next CIDs {1}", it.host, cids).in(language) + "\n");
    }
    return String.join("\n", pages);
  }

  private static String taken(List<Holding> holdings, Language language) {
    var table = new Table(false);
    for (var it : holdings) {
      var range = it.first().equals(it.last()) ? "" : "-" + it.last();
      table.row(cells(it.owner().in(language), it.first() + range));
    }
    return Message.of("taken").in(language) + "\n" + table.print();
  }

  private static List<Cell> cells(Object... values) {
    return Stream.of(values).map(it -> Cell.of(it.toString())).toList();
  }

  private String json() {
    return JsonText.of(json -> {
      json.writeArrayFieldStart("vlans");
      for (var it : vlans) {
        json.writeStartObject();
        json.writeStringField("name", it.vlan.toString());
        json.writeStringField("subnet", it.vlan.subnet().toString());
        json.writeNumberField("free", it.free);
        json.writeArrayFieldStart("next");
        for (var offer : it.next) {
          json.writeStartObject();
          json.writeStringField("ip", offer.ip().toString());
          json.writeStringField("mac", offer.mac().toString());
          json.writeNumberField("cid", offer.cid().number());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("taken");
        for (var holding : it.taken) {
          json.writeStartObject();
          json.writeStringField("first", holding.first().toString());
          json.writeStringField("last", holding.last().toString());
          json.writeStringField("owner", holding.owner().toString());
          json.writeEndObject();
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeArrayFieldStart("hosts");
      for (var it : hosts) {
        json.writeStartObject();
        json.writeStringField("name", it.host.toString());
        json.writeArrayFieldStart("cids");
        for (var cid : it.next) {
          json.writeNumber(cid.number());
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }
}
