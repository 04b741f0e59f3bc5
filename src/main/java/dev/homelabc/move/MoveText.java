package dev.homelabc.move;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Stated;
import java.util.ArrayList;
import java.util.List;

/// A move for a person: lines of the VM below what becomes of them, each with the reason below it.
final class MoveText {
  private static final String STEP = "  ";

  private final Language language;
  private final List<String> pages = new ArrayList<>();

  MoveText(Language language) {
    this.language = language;
  }

  String print(Move move) {
    pages.add(text(move.title()) + "\n");
    for (var fate : Fate.values()) {
      var lines = new StringBuilder();
      move.items().stream()
          .filter(it -> it.fate() == fate)
          .forEach(it -> line(lines, words(it.line()), it.reason()));
      page(fate.words(), lines);
    }
    var additions = new StringBuilder();
    move.additions().forEach(it -> line(additions, it.line(), it.why()));
    page(Message.of("to be added"), additions);
    move.there()
        .ifPresent(
            it -> page(Message.of("so it can be written there"), new StringBuilder(it.indent(2))));
    var found = new StringBuilder();
    move.found().forEach(it -> line(found, it.title(language), it.message()));
    page(Message.of("what would be found then"), found);
    var notes = new StringBuilder();
    move.notes().forEach(it -> notes.append(STEP).append(text(it)).append('\n'));
    page(Message.of("besides"), notes);
    return String.join("\n", pages);
  }

  /// The line, and the profile that it comes from.
  private String words(Stated line) {
    return line.words()
        + line.origin().profile().map(it -> text(Message.of(", of profile `{0}`", it))).orElse("");
  }

  private void page(Message heading, StringBuilder lines) {
    if (!lines.isEmpty()) {
      pages.add(text(heading) + "\n" + lines);
    }
  }

  private void line(StringBuilder lines, String line, Message reason) {
    lines.append(STEP).append(line).append('\n');
    if (!reason.isEmpty()) {
      lines.append(STEP).append(STEP).append(text(reason)).append('\n');
    }
  }

  private String text(Message message) {
    return message.in(language);
  }
}
