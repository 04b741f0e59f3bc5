package dev.homelabc.review;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.plan.Entry;
import dev.homelabc.plan.Outline;
import dev.homelabc.plan.Outline.Paragraph;
import dev.homelabc.plan.Plan;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/// The plan, what matters most first.
record PlanSection(Say say) {
  /// Items that are seen at once.
  private static final int MOST = 12;

  /// @param nothing what to say where nothing changes
  record View(
      String title, List<TierView> tiers, Optional<String> hidden, Optional<String> nothing) {}

  /// @param count things, of which one item may have several
  /// @param rest those after the first of many
  record TierView(
      String word,
      String sign,
      String title,
      int count,
      List<Item> items,
      String restTitle,
      List<Item> rest) {}

  /// One thing or several alike.
  ///
  /// @param notes sentences: what to do, what stays, who depends on it
  /// @param full the same with nothing left out
  record Item(
      String state,
      String sign,
      String head,
      String outcome,
      List<LineView> lines,
      List<Note> notes,
      Optional<Full> full) {}

  /// @param kind `step`, `left` or `use`
  record Note(String kind, List<Part> text) {}

  /// @param state in the style sheet; that of what is only described is empty
  record LineView(
      String state,
      String sign,
      String text,
      Optional<String> cost,
      boolean loses,
      Optional<List<Part>> note,
      Optional<List<Part>> reason,
      Optional<String> place) {}

  /// @param head with all names, where the other has not
  record Full(Optional<String> head, List<LineView> lines) {}

  View of(Plan plan) {
    var outline = Outline.of(plan, false, say.language());
    var full = new HashMap<List<Entry>, Paragraph>();
    Outline.of(plan, true, say.language()).paragraphs().forEach(it -> full.put(it.entries(), it));
    var tiers = new ArrayList<TierView>();
    for (var tier : Tier.values()) {
      var items =
          outline.paragraphs().stream()
              .filter(it -> Tier.of(it.entries().getFirst()) == tier)
              .map(it -> item(it, full))
              .toList();
      if (!items.isEmpty()) {
        int count =
            outline.paragraphs().stream()
                .map(Paragraph::entries)
                .filter(it -> Tier.of(it.getFirst()) == tier)
                .mapToInt(List::size)
                .sum();
        int seen = tier == Tier.LOSES || items.size() <= MOST ? items.size() : MOST - 2;
        tiers.add(
            new TierView(
                tier.word(),
                tier.sign(),
                say.text(tier.title()),
                count,
                items.subList(0, seen),
                say.text(Message.of("and {0} more", items.size() - seen)),
                items.subList(seen, items.size())));
      }
    }
    return new View(
        say.text(Message.of("Plan")),
        tiers,
        outline.hidden(),
        tiers.isEmpty()
            ? Optional.of(say.text(Message.of("No machine does anything differently.")))
            : Optional.empty());
  }

  private static Item item(Paragraph paragraph, Map<List<Entry>, Paragraph> all) {
    var notes = new ArrayList<Note>();
    paragraph.steps().forEach(it -> notes.add(new Note("step", Part.of(it))));
    paragraph.uses().forEach(it -> notes.add(new Note("use", Part.of(it))));
    paragraph.left().forEach(it -> notes.add(new Note("left", Part.of(it))));
    var full = Objects.requireNonNull(all.get(paragraph.entries()));
    var lines = new ArrayList<LineView>();
    paragraph
        .essentials()
        .ifPresent(it ->
            lines.add(
                new LineView(
                    "",
                    "",
                    it,
                    Optional.empty(),
                    false,
                    Optional.empty(),
                    Optional.empty(),
                    Optional.empty())));
    paragraph.lines().forEach(it -> lines.add(line(it)));
    return new Item(
        paragraph.state().word(),
        paragraph.state().sign(),
        paragraph.head(),
        paragraph.outcome(),
        lines,
        notes,
        full.lines().isEmpty() && full.head().equals(paragraph.head())
            ? Optional.empty()
            : Optional.of(
                new Full(
                    Optional.of(full.head()).filter(it -> !it.equals(paragraph.head())),
                    full.lines().stream().map(PlanSection::line).toList())));
  }

  private static LineView line(Outline.Line it) {
    return new LineView(
        it.state().word(),
        it.state().sign(),
        it.text(),
        it.cost(),
        it.loses(),
        it.note().map(Part::of),
        it.reason().map(Part::of),
        it.place().map(place -> place.file().path() + ":" + place.line()));
  }
}
