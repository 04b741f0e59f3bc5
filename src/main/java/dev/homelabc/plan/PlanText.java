package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import java.util.Optional;
import java.util.StringJoiner;

/// A plan for a terminal: a paragraph for each thing or group of like things.
final class PlanText {
  private final Words words;

  PlanText(Words words) {
    this.words = words;
  }

  String print(Plan plan) {
    if (plan.isEmpty()) {
      return words.nothing() + "\n";
    }
    var pages = new StringJoiner("\n");
    for (var group : Group.of(plan.entries())) {
      if (words.isShown(group.first())) {
        pages.add(paragraph(group));
      }
    }
    words.hidden(plan).ifPresent(it -> pages.add(it + "\n"));
    if (words.isFull() && !plan.files().isEmpty()) {
      var files = new StringBuilder(words.text(Message.of("files"))).append('\n');
      words.files(plan).forEach(it -> files.append("  ").append(it).append('\n'));
      pages.add(files.toString());
    }
    pages.add(words.summary(plan) + "\n" + words.losses(plan) + "\n");
    return pages.toString();
  }

  private String paragraph(Group group) {
    var text = new StringBuilder();
    text.append(words.head(group)).append(": ").append(words.outcome(group)).append('\n');
    if (group.first().state() == State.ADDED && !words.isFull()) {
      words.essentials(group).ifPresent(it -> line(text, "  ", it));
    } else {
      var changes = group.changes().stream().filter(words::isShown).toList();
      for (int i = 0; i < changes.size(); i++) {
        var next =
            i + 1 < changes.size() ? Optional.of(changes.get(i + 1)) : Optional.<Change>empty();
        change(text, changes.get(i), group.first(), next);
      }
    }
    group.steps().forEach(it -> line(text, "  ", words.text(it)));
    words.left(group).forEach(it -> line(text, "  ", it));
    words.uses(group).forEach(it -> line(text, "  ", it));
    return text.toString();
  }

  /// @param next the change after it: what several have in a row is said once
  private void change(StringBuilder text, Change change, Entry entry, Optional<Change> next) {
    var cost = words.cost(change, entry).map(it -> " (" + it + ")").orElse("");
    line(text, "  " + words.sign(change.state()) + " ", words.change(change) + cost);
    boolean goesOn = next.filter(it -> it.note().equals(change.note())).isPresent();
    if (!change.note().isEmpty() && !goesOn) {
      line(text, "    ", words.text(change.note()));
    }
    boolean isLast = !goesOn || next.filter(it -> it.basis() == change.basis()).isEmpty();
    if (words.isFull() && entry.state() == State.CHANGED && isLast) {
      line(text, "    ", words.text(Message.of("because {0}", change.basis().words())));
    }
  }

  private static void line(StringBuilder text, String margin, String line) {
    text.append(margin).append(line).append('\n');
  }
}
