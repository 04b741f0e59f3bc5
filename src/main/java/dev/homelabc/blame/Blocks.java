package dev.homelabc.blame;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The blocks of a text as its indentation shows them.
final class Blocks {
  private static final String CLOSING = "}])'";

  private final List<String> lines;
  private final int[] indents;

  /// Lines below one that opens them.
  ///
  /// @param opener the line above, if it is indented less
  /// @param first the first line in it, from 0
  /// @param end behind the last one
  record Block(Optional<Integer> opener, int first, int end) {}

  Blocks(List<String> lines) {
    this.lines = lines;
    indents = new int[lines.size()];
    int below = 0;
    for (int i = lines.size() - 1; i >= 0; i--) {
      // What is blank belongs to what follows it.
      below = lines.get(i).isBlank() ? below : indent(lines.get(i));
      indents[i] = below;
    }
  }

  /// The blocks around a line, the innermost first; that of a line that opens or closes one is the
  /// first of them. The text as a whole is none.
  List<Block> around(int line) {
    var blocks = new ArrayList<Block>();
    int at = subject(line);
    if (at + 1 < lines.size() && indents[at + 1] > indents[at]) {
      blocks.add(new Block(Optional.of(at), at + 1, end(at + 1, indents[at] + 1)));
    } else if (isClosing(at)) {
      opener(at, indents[at] + 1)
          .ifPresent(opener -> blocks.add(new Block(Optional.of(opener), opener + 1, at)));
    }
    var opener = opener(at, indents[at]);
    while (opener.isPresent()) {
      int above = opener.get();
      blocks.add(new Block(opener, above + 1, end(above + 1, indents[above] + 1)));
      opener = opener(above, indents[above]);
    }
    return blocks;
  }

  /// A comment speaks of the line below it.
  private int subject(int line) {
    int at = line;
    while (at + 1 < lines.size()
        && lines.get(at).strip().startsWith("#")
        && indents[at + 1] == indents[at]) {
      at++;
    }
    return at;
  }

  private boolean isClosing(int line) {
    var text = lines.get(line).strip();
    return !text.isEmpty() && CLOSING.indexOf(text.charAt(0)) >= 0;
  }

  /// The nearest line above that is indented less.
  private Optional<Integer> opener(int line, int indent) {
    for (int i = line - 1; i >= 0; i--) {
      if (indents[i] < indent && !lines.get(i).isBlank()) {
        return Optional.of(i);
      }
    }
    return Optional.empty();
  }

  /// Behind the last line below that is indented as much.
  private int end(int first, int indent) {
    int i = first;
    while (i < lines.size() && indents[i] >= indent) {
      i++;
    }
    return i;
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }
}
