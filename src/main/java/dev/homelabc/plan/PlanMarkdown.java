package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.StringJoiner;

/// A plan as Markdown, for a comment on a pull request: a table, and the files folded away.
final class PlanMarkdown {
  private final Words words;

  PlanMarkdown(Words words) {
    this.words = words;
  }

  String print(Plan plan) {
    var page = new StringJoiner("\n\n", "", "\n");
    page.add("### homelabc plan");
    if (plan.isEmpty()) {
      return page.add(escaped(words.nothing())).toString();
    }
    var losses = escaped(words.losses(plan));
    page.add(
        escaped(words.summary(plan)) + "  \n" + (plan.isDestructive() ? bold(losses) : losses));
    var rows = new ArrayList<String>();
    for (var group : Group.of(plan.entries())) {
      if (words.isShown(group.first())) {
        rows.add(row(group));
      }
    }
    if (!rows.isEmpty()) {
      page.add(table(rows));
    }
    words.hidden(plan).ifPresent(it -> page.add(escaped(it)));
    if (!plan.files().isEmpty()) {
      page.add(files(plan));
    }
    return page.toString();
  }

  private String table(List<String> rows) {
    var head =
        "| | "
            + words.text(Message.of("what changes"))
            + " | "
            + words.text(Message.of("what it costs"))
            + " |\n|---|---|---|\n";
    return head + String.join("\n", rows);
  }

  private String row(Group group) {
    var entry = group.first();
    var lines = new ArrayList<>(List.of(bold(escaped(words.head(group)))));
    if (entry.state() == State.ADDED && !words.isFull()) {
      words.essentials(group).map(PlanMarkdown::escaped).ifPresent(lines::add);
    } else {
      var changes = group.changes().stream().filter(words::isShown).toList();
      for (int i = 0; i < changes.size(); i++) {
        var next = i + 1 < changes.size() ? changes.get(i + 1).note() : Message.NONE;
        change(lines, changes.get(i), entry, next);
      }
    }
    group.steps().forEach(it -> lines.add(italic(words.text(it))));
    words.left(group).forEach(it -> lines.add(escaped(it)));
    words.uses(group).forEach(it -> lines.add(escaped(it)));
    var outcome = escaped(words.outcome(group));
    return "| "
        + words.sign(entry.state())
        + " | "
        + String.join("<br>", lines)
        + " | "
        + (entry.isDestructive() ? bold(outcome) : outcome)
        + " |";
  }

  private void change(List<String> lines, Change change, Entry entry, Message next) {
    var cost = words.cost(change, entry).map(it -> " (" + escaped(it) + ")").orElse("");
    lines.add(words.sign(change.state()) + " " + code(words.change(change)) + cost);
    if (!change.note().isEmpty() && !change.note().equals(next)) {
      lines.add(italic(words.text(change.note())));
    }
  }

  private String files(Plan plan) {
    var list = new StringJoiner("\n", "```diff\n", "\n```");
    words.files(plan).forEach(list::add);
    return "<details><summary>"
        + words.text(Message.of("{0} files change", plan.files().size()))
        + "</summary>\n\n"
        + list
        + "\n\n</details>";
  }

  /// Text that a table has in a cell. What stands between backquotes is code already.
  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;").replace("|", "\\|").replace("*", "\\*");
  }

  /// Code in a cell: more backquotes around it than it has inside.
  private static String code(String text) {
    var quotes = "`";
    while (text.contains(quotes)) {
      quotes += "`";
    }
    var inside = text.replace("|", "\\|");
    return quotes.length() == 1 ? "`" + inside + "`" : quotes + " " + inside + " " + quotes;
  }

  private static String bold(String text) {
    return "**" + text + "**";
  }

  private static String italic(String text) {
    return "_" + escaped(text) + "_";
  }
}
