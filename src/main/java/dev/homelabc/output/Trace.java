package dev.homelabc.output;

import dev.homelabc.model.Origin;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Which values of a lab stand on which lines of a text. A line may have several, or none.
public final class Trace {
  public static final Trace NONE = new Trace(new int[0], new Origin[0]);

  /// The line of each mark, from 0; they never go down.
  private final int[] lines;

  private final Origin[] origins;

  private Trace(int[] lines, Origin[] origins) {
    this.lines = lines;
    this.origins = origins;
  }

  /// The origins of what stands on a line, in the order of the text.
  ///
  /// @param line from 0
  public List<Origin> at(int line) {
    int first = Arrays.binarySearch(lines, line);
    if (first < 0) {
      return List.of();
    }
    while (first > 0 && lines[first - 1] == line) {
      first--;
    }
    int end = first;
    while (end < lines.length && lines[end] == line) {
      end++;
    }
    return IntStream.range(first, end).mapToObj(i -> origins[i]).distinct().toList();
  }

  /// A trace in the making.
  public static final class Draft {
    private int size;
    private int[] lines = new int[16];
    private Origin[] origins = new Origin[16];

    /// Says that a value stands on a line, which is none before the last one that was marked.
    public void mark(int line, Origin origin) {
      if (size > 0 && lines[size - 1] == line && origins[size - 1].equals(origin)) {
        return;
      }
      if (size == lines.length) {
        lines = Arrays.copyOf(lines, 2 * size);
        origins = Arrays.copyOf(origins, 2 * size);
      }
      lines[size] = line;
      origins[size++] = origin;
    }

    /// Adds what is known of a text that begins on a line.
    public void add(int line, Trace trace) {
      for (int i = 0; i < trace.lines.length; i++) {
        mark(line + trace.lines[i], trace.origins[i]);
      }
    }

    public Trace trace() {
      return size == 0 ? NONE : new Trace(Arrays.copyOf(lines, size), Arrays.copyOf(origins, size));
    }
  }
}
