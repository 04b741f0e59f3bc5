package dev.homelabc.diagnostic;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Rows of cells whose columns line up on a terminal, wide characters included: the first column to
/// the left, all others to the right where they hold numbers. Rows may differ in length.
public final class Table {
  private static final String GAP = "  ";

  private final Paint paint;
  private final List<List<Cell>> rows = new ArrayList<>();

  private final boolean holdsWords;

  /// With ANSI colours if so asked.
  public Table(boolean colour) {
    this(colour, false);
  }

  private Table(boolean colour, boolean holdsWords) {
    this.paint = colour ? Paint.ANSI : Paint.PLAIN;
    this.holdsWords = holdsWords;
  }

  /// One with words in its columns, all to the left, without colours.
  public static Table ofWords() {
    return new Table(false, true);
  }

  /// A text and, where it has one, the severity in whose colour it stands.
  public record Cell(String text, Optional<Severity> severity) {
    public static Cell of(String text) {
      return new Cell(text, Optional.empty());
    }

    public Cell as(Severity severity) {
      return new Cell(text, Optional.of(severity));
    }

    private int width() {
      return new Columns(text).before(text.length());
    }
  }

  public void row(List<Cell> cells) {
    rows.add(List.copyOf(cells));
  }

  /// The rows as lines, each behind a margin of two blanks.
  public String print() {
    var widths = widths();
    var text = new StringBuilder();
    for (var row : rows) {
      var line = new StringBuilder();
      for (int column = 0; column < row.size(); column++) {
        var cell = row.get(column);
        var blanks = " ".repeat(widths[column] - cell.width());
        boolean isLeft = column == 0 || holdsWords;
        line.append(GAP).append(isLeft ? painted(cell) + blanks : blanks + painted(cell));
      }
      text.append(line.toString().stripTrailing()).append('\n');
    }
    return text.toString();
  }

  private int[] widths() {
    var widths = new int[rows.stream().mapToInt(List::size).max().orElse(0)];
    for (var row : rows) {
      for (int column = 0; column < row.size(); column++) {
        widths[column] = Math.max(widths[column], row.get(column).width());
      }
    }
    return widths;
  }

  private String painted(Cell cell) {
    return cell.severity().map(it -> paint.severity(it, cell.text())).orElse(cell.text());
  }
}
