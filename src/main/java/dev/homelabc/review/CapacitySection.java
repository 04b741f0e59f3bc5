package dev.homelabc.review;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.capacity.Account;
import dev.homelabc.rule.capacity.HostAccount;
import dev.homelabc.rule.capacity.Ledger;
import dev.homelabc.rule.capacity.Resource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.stream.Stream;

/// What each host and project has, and what its VMs ask for, before and after.
record CapacitySection(Say say) {
  /// Of a bar; a whole number for each thousandth of what there is.
  private static final int WHOLE = 1000;

  /// @param legend what the parts of a bar are, by their names in the style sheet
  /// @param others those of which nothing changes
  /// @param nothing what to say where there is no host and no project
  record View(
      String title,
      String place,
      List<String> resources,
      List<Row> rows,
      Map<String, String> legend,
      String othersTitle,
      List<Row> others,
      Optional<String> nothing) {}

  /// @param state `added`, `changed`, `removed` or nothing
  record Row(String name, String state, String sign, List<Amount> amounts) {}

  /// @param now what is asked for, such as `12GiB → 14GiB`
  /// @param of what there is, where that is known
  /// @param tone `over` where that is not enough, `tight` where it is shared by many, else nothing
  record Amount(
      String resource,
      String now,
      Optional<String> of,
      Optional<String> free,
      String tone,
      Optional<Bar> bar) {}

  /// Lengths, each of 1000.
  ///
  /// @param kept what the host keeps for itself
  /// @param same what is asked for in both labs
  /// @param more what is asked for after only
  /// @param less what was asked for before only
  /// @param from where what is not asked for in both begins
  record Bar(int kept, int same, int more, int less, int from) {}

  View of(Review review) {
    var before = accounts(review.before());
    var after = accounts(review.after());
    var names = new LinkedHashMap<String, Boolean>();
    Stream.of(after, before).forEach(it -> it.keySet().forEach(name -> names.put(name, true)));
    var rows = new ArrayList<Row>();
    var others = new ArrayList<Row>();
    for (var name : names.keySet()) {
      var row = row(Optional.ofNullable(before.get(name)), Optional.ofNullable(after.get(name)));
      (row.state().isEmpty() ? others : rows).add(row);
    }
    return new View(
        say.text(Message.of("Capacity")),
        say.text(Message.of("host or project")),
        Stream.of(Resource.values()).map(Resource::words).map(say::text).toList(),
        rows,
        legend(),
        say.text(Message.of("As before: {0}", others.size())),
        others,
        names.isEmpty()
            ? Optional.of(say.text(Message.of("The lab has no host and no project.")))
            : Optional.empty());
  }

  private Map<String, String> legend() {
    var legend = new LinkedHashMap<String, String>();
    legend.put("kept", say.text(Message.of("kept for the host")));
    legend.put("used", say.text(Message.of("used as before")));
    legend.put("more", say.text(Message.of("more than before")));
    legend.put("less", say.text(Message.of("no longer used")));
    return legend;
  }

  private static Map<String, Account> accounts(Review.Version version) {
    var accounts = new LinkedHashMap<String, Account>();
    version
        .compilation()
        .lab()
        .ifPresent(
            lab -> Ledger.of(lab).accounts().forEach(it -> accounts.put(it.name().text(), it)));
    return accounts;
  }

  private Row row(Optional<Account> before, Optional<Account> after) {
    var amounts = Stream.of(Resource.values()).map(it -> amount(before, after, it)).toList();
    var any = after.or(() -> before).orElseThrow();
    if (before.isEmpty()) {
      return new Row(any.name().text(), "added", "+", amounts);
    }
    if (after.isEmpty()) {
      return new Row(any.name().text(), "removed", "−", amounts);
    }
    boolean isSame =
        Stream.of(Resource.values())
            .allMatch(it ->
                before.get().used(it) == after.get().used(it)
                    && total(before, it).equals(total(after, it))
                    && kept(before, it) == kept(after, it));
    return new Row(any.name().text(), isSame ? "" : "changed", isSame ? "" : "~", amounts);
  }

  private Amount amount(Optional<Account> before, Optional<Account> after, Resource resource) {
    long was = before.map(it -> it.used(resource)).orElse(0L);
    long is = after.map(it -> it.used(resource)).orElse(0L);
    var total = total(after.or(() -> before), resource);
    var now = was == is ? resource.text(is) : resource.text(was) + " → " + resource.text(is);
    var account = after.or(() -> before).orElseThrow();
    return new Amount(
        say.text(resource.words()),
        now,
        total.isEmpty()
            ? Optional.empty()
            : Optional.of(say.text(Message.of("of {0}", resource.text(total.getAsLong())))),
        free(account, resource),
        tone(account, resource),
        total.isEmpty() || total.getAsLong() == 0
            ? Optional.empty()
            : Optional.of(bar(kept(after.or(() -> before), resource), was, is, total.getAsLong())));
  }

  private Optional<String> free(Account account, Resource resource) {
    if (account instanceof HostAccount host && host.free(resource).isPresent()) {
      if (resource == Resource.CPU) {
        return shared(host);
      }
      long free = host.free(resource).getAsLong();
      return Optional.of(
          say.text(
              free < 0
                  ? Message.of("{0} too little", resource.text(-free))
                  : Message.of("{0} free", resource.text(free))));
    }
    return Optional.empty();
  }

  /// How many virtual CPUs share a processor, which is as it should be up to a point.
  private Optional<String> shared(HostAccount host) {
    var cpus = host.total(Resource.CPU).orElseThrow();
    var each = String.format(Locale.ROOT, "%.1f", (double) host.used(Resource.CPU) / cpus);
    return Optional.of(say.text(Message.of("{0} for each processor", each)));
  }

  private static String tone(Account account, Resource resource) {
    if (!(account instanceof HostAccount host)) {
      return "";
    }
    return switch (resource) {
      case MEMORY, DISK -> host.isOverdrawn(resource) ? "over" : "";
      case CPU -> host.isCrowded() ? "tight" : "";
    };
  }

  private static OptionalLong total(Optional<Account> account, Resource resource) {
    return account.orElseThrow() instanceof HostAccount host
        ? host.total(resource)
        : OptionalLong.empty();
  }

  private static long kept(Optional<Account> account, Resource resource) {
    return account.orElseThrow() instanceof HostAccount host ? host.reserved(resource) : 0;
  }

  private static Bar bar(long kept, long was, long is, long total) {
    // What is too much still has its place in the bar.
    long whole = Math.max(total, kept + Math.max(was, is));
    long same = Math.min(was, is);
    return new Bar(
        part(kept, whole),
        part(same, whole),
        part(Math.max(is - was, 0), whole),
        part(Math.max(was - is, 0), whole),
        part(kept, whole) + part(same, whole));
  }

  private static int part(long amount, long whole) {
    return (int) (amount * WHOLE / whole);
  }
}
