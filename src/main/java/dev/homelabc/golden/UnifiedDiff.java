package dev.homelabc.golden;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.ArrayList;
import java.util.List;

/// The difference of two texts as `diff -u` shows it.
public final class UnifiedDiff {
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /// The lines to take away and to add, under the names of both texts; empty where they are equal,
  /// otherwise ending in a line break. For people: carriage returns are made visible.
  public static String between(String beforeName, String before, String afterName, String after) {
    return diff(beforeName, before.replace("\r", "␍"), afterName, after.replace("\r", "␍"));
  }

  /// The same for programs, such as `patch -p0`: byte for byte.
  public static String patch(String path, String before, String after) {
    return diff(path, before, path, after);
  }

  private static String diff(String beforeName, String before, String afterName, String after) {
    var lines = lines(before);
    var diff =
        UnifiedDiffUtils.generateUnifiedDiff(
            beforeName, afterName, lines, DiffUtils.diff(lines, lines(after)), CONTEXT);
    return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
  }

  /// A last line without a line break says so, in a line that belongs to it and is not counted.
  private static List<String> lines(String text) {
    var lines = new ArrayList<>(List.of(text.split("\n", -1)));
    var rest = lines.removeLast();
    if (!rest.isEmpty()) {
      lines.add(rest + "\n\\ No newline at end of file");
    }
    return lines;
  }
}
