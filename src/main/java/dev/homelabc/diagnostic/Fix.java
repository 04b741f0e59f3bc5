package dev.homelabc.diagnostic;

import dev.homelabc.source.Place;
import dev.homelabc.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// A change of the sources that a program may make without asking: only where it is sure what was
/// meant.
///
/// @param title an action, in the words of a help
/// @param edits at least one; no two of them overlap
public record Fix(Message title, List<Edit> edits) {
  private static final Pattern ALONE_BEFORE = Pattern.compile("([ \\t]*)[^\\s{};#][^{};#]*\\s");

  private static final Pattern ALONE_AFTER = Pattern.compile("\\s*(#.*)?");

  /// Another text for a place; an empty place is where text is put in.
  public record Edit(Place place, String replacement) {
    boolean overlaps(Edit other) {
      var here = place.span();
      var there = other.place.span();
      return place.file().path().equals(other.place.file().path())
          && (here.start() == there.start()
              || (here.start() < there.end() && there.start() < here.end()));
    }
  }

  public Fix {
    edits = List.copyOf(edits);
    if (edits.isEmpty()) {
      throw new IllegalArgumentException("fix without an edit: " + title);
    }
    var inOrder =
        edits.stream().sorted((it, other) -> it.place().compareTo(other.place())).toList();
    for (int i = 1; i < inOrder.size(); i++) {
      if (inOrder.get(i).overlaps(inOrder.get(i - 1))) {
        throw new IllegalArgumentException("edits overlap: " + edits);
      }
    }
  }

  public static Fix of(Place place, String replacement) {
    return new Fix(Message.of("write `{0}`", replacement), List.of(new Edit(place, replacement)));
  }

  /// Another word, or another text between the quotes of a string. Empty where the place holds more
  /// than that: lines of text, a list, or `${…}`, which stands for something else each time.
  static Optional<Fix> word(Place place, String replacement) {
    var text = place.text();
    if (text.isEmpty()
        || text.contains("${")
        || text.startsWith("\"\"\"")
        || text.startsWith("[")) {
      return Optional.empty();
    }
    var span = place.span();
    boolean isQuoted = text.length() > 1 && text.startsWith("\"") && text.endsWith("\"");
    var inner = isQuoted ? new Span(span.start() + 1, span.end() - 1) : span;
    return Optional.of(of(place.file().at(inner), replacement));
  }

  /// More lines below the one that a statement stands on, indented as it is. Empty where anything
  /// but that statement and a comment stands there: the lines could land in another block.
  ///
  /// @param argument of the statement; it ends with this
  public static Optional<Fix> below(Place argument, Message title, List<String> lines) {
    var file = argument.file();
    int line = file.lines().line(argument.span().end());
    int start = file.lines().start(line);
    int end = file.lines().end(line);
    if (argument.span().start() < start) {
      return Optional.empty();
    }
    var before = ALONE_BEFORE.matcher(file.text().substring(start, argument.span().start()));
    var after = ALONE_AFTER.matcher(file.text().substring(argument.span().end(), end));
    if (!before.matches() || !after.matches()) {
      return Optional.empty();
    }
    var lineEnd = file.text().startsWith("\r\n", end) ? "\r\n" : "\n";
    var added =
        lines.stream().map(it -> lineEnd + before.group(1) + it).collect(Collectors.joining());
    return Optional.of(new Fix(title, List.of(new Edit(file.at(Span.at(end)), added))));
  }

  /// Whether a help says what to write already.
  boolean isSaidBy(String help) {
    return edits.stream()
        .allMatch(it ->
            !it.replacement.isEmpty()
                && Pattern.compile("(?<!\\w)" + Pattern.quote(it.replacement) + "(?!\\w)")
                    .matcher(help)
                    .find());
  }
}
