package dev.homelabc.review;

import com.github.difflib.DiffUtils;
import com.github.difflib.patch.AbstractDelta;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Two texts beside each other, line by line, with what is the same in both folded away but for
/// some lines around what is not.
///
/// @param added lines that only the second has
/// @param removed lines that only the first has
/// @param changes the lines of each place where they differ, without where it is
record SideBySide(List<Stretch> stretches, int added, int removed, List<Place> changes) {
  private static final int CONTEXT = 3;

  /// As few lines as these are not worth a fold.
  private static final int FEW = 3;

  /// Lines at each end of a fold. What is between them is far from any difference.
  private static final int EDGE = 40;

  /// Lines in a row of which the same is done.
  ///
  /// @param isFolded whether they are the same in both and away from any difference
  /// @param count how many; of a long fold those in the middle are left out
  record Stretch(boolean isFolded, int count, List<Pair> pairs) {}

  /// A line of the first beside one of the second, by their numbers from 1; 0 stands for none.
  record Pair(int before, int after, String was, String is) {
    /// Stands for lines that are left out.
    static Pair gap(int count) {
      return new Pair(0, 0, Integer.toString(count), "");
    }

    boolean isGap() {
      return before == 0 && after == 0;
    }

    boolean isSame() {
      return before > 0 && after > 0 && was.equals(is);
    }
  }

  record Place(List<String> before, List<String> after) {}

  static SideBySide of(String before, String after) {
    return new Maker(lines(before), lines(after)).make();
  }

  private static List<String> lines(String text) {
    return text.isEmpty() ? List.of() : text.lines().toList();
  }

  private static final class Maker {
    private final List<String> before;
    private final List<String> after;
    private final List<Stretch> stretches = new ArrayList<>();
    private final List<Place> places = new ArrayList<>();
    private List<Pair> shown = new ArrayList<>();
    private int added;
    private int removed;

    Maker(List<String> before, List<String> after) {
      this.before = before;
      this.after = after;
    }

    SideBySide make() {
      int was = 0;
      int is = 0;
      for (var delta : DiffUtils.diff(before, after).getDeltas()) {
        same(was, is, delta.getSource().getPosition() - was, was > 0 || is > 0, true);
        differing(delta);
        was = delta.getSource().getPosition() + delta.getSource().size();
        is = delta.getTarget().getPosition() + delta.getTarget().size();
      }
      same(was, is, before.size() - was, was > 0 || is > 0, false);
      show();
      return new SideBySide(stretches, added, removed, places);
    }

    private void show() {
      if (!shown.isEmpty()) {
        stretches.add(new Stretch(false, shown.size(), shown));
        shown = new ArrayList<>();
      }
    }

    /// @param was lines of the first before these
    /// @param is lines of the second before these
    private void same(int was, int is, int count, boolean isAfter, boolean isBefore) {
      int head = isAfter ? Math.min(CONTEXT, count) : 0;
      int tail = isBefore ? Math.min(CONTEXT, count - head) : 0;
      int folded = count - head - tail;
      if (folded <= FEW) {
        pairs(was, is, count, shown);
        return;
      }
      pairs(was, is, head, shown);
      show();
      stretches.add(new Stretch(true, folded, fold(was + head, is + head, folded)));
      pairs(was + head + folded, is + head + folded, tail, shown);
    }

    private List<Pair> fold(int was, int is, int count) {
      var fold = new ArrayList<Pair>();
      int rest = count - 2 * EDGE;
      if (rest <= EDGE) {
        pairs(was, is, count, fold);
      } else {
        pairs(was, is, EDGE, fold);
        fold.add(Pair.gap(rest));
        pairs(was + EDGE + rest, is + EDGE + rest, EDGE, fold);
      }
      return fold;
    }

    private void pairs(int was, int is, int count, List<Pair> to) {
      for (int i = 0; i < count; i++) {
        to.add(new Pair(was + i + 1, is + i + 1, before.get(was + i), after.get(is + i)));
      }
    }

    private void differing(AbstractDelta<String> delta) {
      var source = delta.getSource();
      var target = delta.getTarget();
      places.add(new Place(List.copyOf(source.getLines()), List.copyOf(target.getLines())));
      removed += source.size();
      added += target.size();
      for (int i = 0; i < Math.max(source.size(), target.size()); i++) {
        var was =
            i < source.size() ? Optional.of(source.getPosition() + i) : Optional.<Integer>empty();
        var is =
            i < target.size() ? Optional.of(target.getPosition() + i) : Optional.<Integer>empty();
        shown.add(
            new Pair(
                was.map(it -> it + 1).orElse(0),
                is.map(it -> it + 1).orElse(0),
                was.map(before::get).orElse(""),
                is.map(after::get).orElse("")));
      }
    }
  }
}
