package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.plan.Outline.Paragraph;
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
    var outline = Outline.of(plan, words);
    var losses = escaped(outline.losses());
    page.add(escaped(outline.summary()) + "  \n" + (plan.isDestructive() ? bold(losses) : losses));
    if (!outline.paragraphs().isEmpty()) {
      page.add(table(outline.paragraphs().stream().map(PlanMarkdown::row).toList()));
    }
    outline.hidden().ifPresent(it -> page.add(escaped(it)));
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

  private static String row(Paragraph paragraph) {
    var lines = new ArrayList<>(List.of(bold(escaped(paragraph.head()))));
    paragraph.essentials().map(PlanMarkdown::escaped).ifPresent(lines::add);
    for (var it : paragraph.lines()) {
      var cost = it.cost().map(what -> " (" + escaped(what) + ")").orElse("");
      lines.add(it.state().sign() + " " + code(it.text()) + cost);
      it.note().map(PlanMarkdown::italic).ifPresent(lines::add);
    }
    paragraph.steps().stream().map(PlanMarkdown::italic).forEach(lines::add);
    paragraph.left().stream().map(PlanMarkdown::escaped).forEach(lines::add);
    paragraph.uses().stream().map(PlanMarkdown::escaped).forEach(lines::add);
    var outcome = escaped(paragraph.outcome());
    boolean loses = paragraph.entries().getFirst().isDestructive();
    return "| "
        + paragraph.state().sign()
        + " | "
        + String.join("<br>", lines)
        + " | "
        + (loses ? bold(outcome) : outcome)
        + " |";
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
