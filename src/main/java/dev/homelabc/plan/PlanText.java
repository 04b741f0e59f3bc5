package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.plan.Outline.Paragraph;
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
    var outline = Outline.of(plan, words);
    var pages = new StringJoiner("\n");
    outline.paragraphs().forEach(it -> pages.add(text(it)));
    outline.hidden().ifPresent(it -> pages.add(it + "\n"));
    if (words.isFull() && !plan.files().isEmpty()) {
      var files = new StringBuilder(words.text(Message.of("files"))).append('\n');
      words.files(plan).forEach(it -> files.append("  ").append(it).append('\n'));
      pages.add(files.toString());
    }
    pages.add(outline.summary() + "\n" + outline.losses() + "\n");
    return pages.toString();
  }

  private static String text(Paragraph paragraph) {
    var text = new StringBuilder();
    text.append(paragraph.head()).append(": ").append(paragraph.outcome()).append('\n');
    paragraph.essentials().ifPresent(it -> line(text, "  ", it));
    for (var it : paragraph.lines()) {
      var cost = it.cost().map(what -> " (" + what + ")").orElse("");
      line(text, "  " + it.state().sign() + " ", it.text() + cost);
      it.note().ifPresent(note -> line(text, "    ", note));
      it.reason().ifPresent(reason -> line(text, "    ", reason));
    }
    paragraph.steps().forEach(it -> line(text, "  ", it));
    paragraph.left().forEach(it -> line(text, "  ", it));
    paragraph.uses().forEach(it -> line(text, "  ", it));
    return text.toString();
  }

  private static void line(StringBuilder text, String margin, String line) {
    text.append(margin).append(line).append('\n');
  }
}
