package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.diagnostic.Table;
import dev.homelabc.diagnostic.Table.Cell;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.ToLongFunction;
import java.util.stream.Stream;

/// The ledger for a terminal: what each host has, and below it who asks for how much, the largest
/// first. `?` is what a host does not state, and `+` stands before what is only supposed.
final class LedgerText {
  private static final String UNKNOWN = "?";

  private final boolean isColoured;
  private final Language language;

  LedgerText(boolean isColoured, Language language) {
    this.isColoured = isColoured;
    this.language = language;
  }

  String print(Ledger ledger, Optional<Verdict> verdict) {
    var pages = new ArrayList<String>();
    for (var account : ledger.accounts()) {
      var page =
          switch (account) {
            case HostAccount host ->
                text(Message.of("host {0}", host.name())) + "\n" + balance(host);
            case ProjectAccount project ->
                text(Message.of("OpenShift project {0}", project.name())) + "\n" + sum(project);
          };
      pages.add(account.demands().isEmpty() ? page : page + "\n" + demands(account));
    }
    verdict.ifPresent(it -> pages.add(verdict(it)));
    return String.join("\n", pages);
  }

  private String verdict(Verdict verdict) {
    var fits = verdict.fits();
    var answer =
        fits.isEmpty()
            ? Message.of("whether it fits is unknown")
            : fits.get() ? Message.of("it fits") : Message.of("it does not fit");
    var lines = new StringBuilder(text(answer)).append('\n');
    Stream.of(verdict.lacking(), verdict.unstated(), verdict.tight())
        .flatMap(List::stream)
        .forEach(it -> lines.append("  ").append(text(it)).append('\n'));
    return lines.toString();
  }

  private String balance(HostAccount account) {
    var table = new Table(isColoured);
    table.row(
        headed(
            Message.of("total"), Message.of("reserved"), Message.of("used"), Message.of("free")));
    for (var resource : Resource.values()) {
      var row = new ArrayList<Cell>();
      row.add(Cell.of(text(resource.words())));
      var total = account.total(resource);
      row.add(Cell.of(total.isPresent() ? resource.text(total.getAsLong()) : UNKNOWN));
      row.add(Cell.of(resource.text(account.reserved(resource))));
      row.add(Cell.of(resource.text(account.used(resource))));
      row.add(free(account, resource));
      if (resource == Resource.CPU) {
        shared(account).ifPresent(row::add);
      }
      table.row(row);
    }
    return table.print();
  }

  private static Cell free(HostAccount account, Resource resource) {
    var free = account.free(resource);
    if (free.isEmpty()) {
      return Cell.of(UNKNOWN);
    }
    var cell = Cell.of(resource.text(free.getAsLong()));
    return switch (resource) {
      case MEMORY -> account.isOverdrawn(resource) ? cell.as(Severity.ERROR) : cell;
      case CPU -> account.isCrowded() ? cell.as(Severity.WARNING) : cell;
      case DISK -> account.isOverdrawn(resource) ? cell.as(Severity.WARNING) : cell;
    };
  }

  /// How many virtual CPUs share a processor, where some do: that is as it should be up to a point.
  private Optional<Cell> shared(HostAccount account) {
    long used = account.used(Resource.CPU);
    return account.host().cpus().stream()
        .filter(it -> used > it.value())
        .map(it -> String.format(Locale.ROOT, "%.1f", (double) used / it.value()))
        .map(it -> Cell.of(text(Message.of("({0} for each processor)", it))))
        .findFirst();
  }

  private String sum(ProjectAccount account) {
    var table = new Table(isColoured);
    table.row(resources());
    table.row(row(text(Message.of("used")), account::used));
    return table.print();
  }

  private String demands(Account account) {
    var table = new Table(isColoured);
    table.row(resources());
    account.demands().stream()
        .sorted(
            Comparator.comparing(Demand::isSupposed)
                .reversed()
                .thenComparing(
                    Comparator.comparingLong((Demand it) -> it.amount(Resource.MEMORY)).reversed())
                .thenComparing(Demand::name))
        .forEach(it -> table.row(row(name(it), it::amount)));
    return table.print();
  }

  private static String name(Demand demand) {
    return demand.isSupposed() ? "+ " + demand.name() + " x" + demand.count() : demand.name();
  }

  private static List<Cell> row(String name, ToLongFunction<Resource> amount) {
    var row = new ArrayList<>(List.of(Cell.of(name)));
    for (var resource : Resource.values()) {
      row.add(Cell.of(resource.text(amount.applyAsLong(resource))));
    }
    return row;
  }

  private List<Cell> resources() {
    return headed(Stream.of(Resource.values()).map(Resource::words).toArray(Message[]::new));
  }

  private List<Cell> headed(Message... words) {
    return Stream.concat(Stream.of(""), Stream.of(words).map(this::text)).map(Cell::of).toList();
  }

  private String text(Message message) {
    return message.in(language);
  }
}
