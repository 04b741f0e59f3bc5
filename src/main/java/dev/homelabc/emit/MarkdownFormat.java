package dev.homelabc.emit;

import java.io.IOException;
import java.io.Writer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Strings for a line of CommonMark: prose as it reads, code as it is.
///
/// In code, between backticks or in a fenced block, nothing can be escaped. Only names, paths,
/// addresses and commands may stand there, never a text of the user's.
final class MarkdownFormat extends CodeFormat {
  static final MarkdownFormat MARKDOWN = new MarkdownFormat();

  /// What may begin or end markup inside of a line, and what begins a list or heading.
  private static final Pattern MARKUP =
      Pattern.compile("[\\\\`*_\\[\\]<>|~&#]|^[-+=]|^\\d+(?=[.)](?:\\s|$))");

  private MarkdownFormat() {
    super("Markdown");
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    if (!(out instanceof LineWriter line && line.isCode())) {
      out.write(escape(text));
    } else if (text.indexOf('`') >= 0 || text.indexOf('\n') >= 0) {
      throw new IllegalArgumentException("no code of one line: " + text);
    } else {
      out.write(text);
    }
  }

  @Override
  String escape(String text) {
    var line = text.strip().replaceAll("[\\p{Cntrl}\\s]+", " ");
    return MARKUP
        .matcher(line)
        .replaceAll(found ->
            Character.isDigit(found.group().charAt(0))
                // A number that would count a list: its dot is what has to be escaped.
                ? found.group() + "\\\\"
                : "\\\\" + Matcher.quoteReplacement(found.group()));
  }
}
