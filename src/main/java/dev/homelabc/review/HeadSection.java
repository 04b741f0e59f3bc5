package dev.homelabc.review;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Lab;
import dev.homelabc.plan.Cost;
import dev.homelabc.plan.Entry;
import dev.homelabc.plan.Outline;
import dev.homelabc.plan.Plan;
import dev.homelabc.plan.State;
import dev.homelabc.review.PageView.Head;
import dev.homelabc.review.PageView.Tile;
import dev.homelabc.rule.capacity.HostAccount;
import dev.homelabc.rule.capacity.Ledger;
import dev.homelabc.rule.capacity.Resource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// Says in one sentence what happens, the worst first.
record HeadSection(Say say) {
  /// Names in the sentence; of more, the rest is counted.
  private static final int MOST = 3;

  Head of(Review review, Outline outline, FilesSection.View files, FindingsSection.View findings) {
    var lab =
        review.after().compilation().lab().or(() -> review.before().compilation().lab()).stream()
            .map(it -> it.name().toString())
            .findFirst()
            .orElse("");
    var plan = review.plan();
    return new Head(
        say.text(
            Message.of(
                "Review of {0}: {1} → {2}", lab, review.before().name(), review.after().name())),
        lab,
        review.before().name(),
        review.after().name(),
        tone(plan),
        say.text(sentence(plan)),
        plan.isEmpty() ? "" : outline.summary(),
        tiles(review, files, findings));
  }

  private static String tone(Plan plan) {
    if (plan.isDestructive()) {
      return "loses";
    }
    return plan.entries().stream()
        .map(Tier::of)
        .min(Tier::compareTo)
        .map(it ->
            switch (it) {
              case LOSES -> "loses";
              case INTERRUPTS -> "interrupts";
              case BY_HAND -> "by-hand";
              case GOES_ON, NEW, NOTHING -> "calm";
            })
        .orElse("calm");
  }

  private Message sentence(Plan plan) {
    var losing = of(plan, Tier.LOSES);
    var away = of(plan, Tier.INTERRUPTS);
    var byHand = of(plan, Tier.BY_HAND);
    if (!losing.isEmpty()) {
      return away.isEmpty()
          ? Message.of("Data is lost: {0}", names(losing))
          : Message.of("Data is lost: {0}; interrupted: {1}", names(losing), names(away));
    }
    if (!away.isEmpty()) {
      return Message.of("Interrupted for a while: {0}; no data is lost", names(away));
    }
    if (!byHand.isEmpty()) {
      return Message.of(
          "To do by hand: {0}; nothing is interrupted, no data is lost", names(byHand));
    }
    return plan.isEmpty()
        ? Message.of("Nothing changes")
        : Message.of("Nothing is interrupted, no data is lost");
  }

  private static List<Entry> of(Plan plan, Tier tier) {
    return plan.entries().stream().filter(it -> Tier.of(it) == tier).toList();
  }

  private Message names(List<Entry> entries) {
    var names = entries.stream().map(it -> it.subject().toString()).toList();
    return names.size() <= MOST + 1
        ? Message.of("{0}", String.join(", ", names))
        : Message.of(
            "{0} and {1} more", String.join(", ", names.subList(0, MOST)), names.size() - MOST);
  }

  private List<Tile> tiles(Review review, FilesSection.View files, FindingsSection.View findings) {
    var plan = review.plan();
    var tiles = new ArrayList<Tile>();
    tiles.add(
        tile(
            "plan",
            Message.of("things"),
            signs(count(plan, State.ADDED), count(plan, State.CHANGED), count(plan, State.REMOVED)),
            Optional.of(Message.of("new, changed, removed"))));
    long restarts = plan.entries().stream().filter(it -> it.costs().contains(Cost.RESTART)).count();
    tiles.add(tile("plan", Message.of("VMs restart"), Long.toString(restarts), Optional.empty()));
    tiles.add(
        tile(
            "files",
            Message.of("files"),
            Integer.toString(files.count()),
            Optional.of(Message.of("{0}", "+" + files.added() + " −" + files.removed()))));
    tiles.add(
        tile(
            "findings",
            Message.of("new findings"),
            Integer.toString(findings.fresh()),
            Optional.of(Message.of("{0} gone", findings.gone()))));
    review
        .after()
        .compilation()
        .lab()
        .flatMap(HeadSection::fullest)
        .ifPresent(it ->
            tiles.add(
                tile(
                    "capacity",
                    Message.of("least free memory"),
                    Resource.MEMORY.text(free(it)),
                    Optional.of(Message.of("host {0}", it.name())))));
    return tiles;
  }

  /// The host with the least memory left for what it has.
  private static Optional<HostAccount> fullest(Lab lab) {
    return Ledger.of(lab).hosts().stream()
        .filter(it -> it.total(Resource.MEMORY).orElse(0) > 0)
        .min(
            Comparator.comparingDouble(
                it -> (double) free(it) / it.total(Resource.MEMORY).orElse(1)));
  }

  private static long free(HostAccount host) {
    return host.free(Resource.MEMORY).orElse(0);
  }

  private static String signs(long added, long changed, long removed) {
    return "+" + added + " ~" + changed + " −" + removed;
  }

  private static long count(Plan plan, State state) {
    return plan.entries().stream().filter(it -> it.state() == state).count();
  }

  private Tile tile(String link, Message title, String value, Optional<Message> note) {
    return new Tile(link, say.text(title), value, note.map(say::text));
  }
}
