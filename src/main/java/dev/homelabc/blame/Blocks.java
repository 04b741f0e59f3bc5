package dev.homelabc.blame;

import java.util.ArrayList;
import java.util.List;

/// The blocks of a text as its indentation shows them.
final class Blocks {
  private static final String CLOSING = "}])'";
  private static final int NONE = -1;

  private final List<String> lines;
  private final int[] indents;

  /// For each line the nearest one above that is indented less.
  private final int[] openers;

  /// For each line the nearest one above that is indented as much or less.
  private final int[] peers;

  /// For each line the nearest one below that is indented as much or less.
  private final int[] ends;

  /// Lines below one that opens them.
  ///
  /// @param opener the line above, which is indented less
  /// @param end behind the last one
  record Block(int opener, int end) {}

  /// Looks at each line a few times, however many there are.
  Blocks(List<String> lines) {
    this.lines = lines;
    indents = indents(lines);
    openers = new int[lines.size()];
    peers = new int[lines.size()];
    ends = new int[lines.size()];
    for (int i = 0; i < lines.size(); i++) {
      int above = i - 1;
      while (above >= 0 && (lines.get(above).isBlank() || indents[above] > indents[i])) {
        above = lines.get(above).isBlank() ? above - 1 : peers[above];
      }
      peers[i] = above;
      openers[i] = above >= 0 && indents[above] == indents[i] ? openers[above] : above;
    }
    for (int i = lines.size() - 1; i >= 0; i--) {
      int below = i + 1;
      while (below < lines.size() && indents[below] > indents[i]) {
        below = ends[below];
      }
      ends[i] = below;
    }
  }

  /// The blocks around a line, the innermost first; that of a line that opens or closes one is the
  /// first of them. The text as a whole is none.
  List<Block> around(int line) {
    var blocks = new ArrayList<Block>();
    int at = subject(line);
    if (at + 1 < lines.size() && indents[at + 1] > indents[at]) {
      blocks.add(new Block(at, ends[at]));
    } else if (isClosing(at) && peers[at] != NONE) {
      blocks.add(new Block(peers[at], at));
    }
    for (int above = openers[at]; above != NONE; above = openers[above]) {
      blocks.add(new Block(above, ends[above]));
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

  /// In blanks. What is blank belongs to what follows it.
  private static int[] indents(List<String> lines) {
    var indents = new int[lines.size()];
    int below = 0;
    for (int i = lines.size() - 1; i >= 0; i--) {
      below = lines.get(i).isBlank() ? below : indent(lines.get(i));
      indents[i] = below;
    }
    return indents;
  }

  private static int indent(String line) {
    int indent = 0;
    while (indent < line.length() && line.charAt(indent) == ' ') {
      indent++;
    }
    return indent;
  }
}
