package dev.homelabc.review;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.output.RelPath;
import dev.homelabc.plan.State;
import dev.homelabc.review.SideBySide.Pair;
import dev.homelabc.review.SideBySide.Place;
import dev.homelabc.review.SideBySide.Stretch;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The files of the output that differ, side by side. Files in which the very same lines differ are
/// shown once.
final class FilesSection {
  /// Lines that a page opens with; the files after them are folded.
  private static final int OPEN = 600;

  /// Lines that a page has at all: a browser shows as many in about a second.
  private static final int MOST = 20_000;

  /// @param count files that differ
  /// @param added lines that came, in all of them
  /// @param origins what lines come from, by number from 1
  /// @param nothing what to say where no file differs
  record View(
      String title,
      int count,
      int added,
      int removed,
      List<FileView> files,
      List<String> origins,
      Optional<String> nothing) {}

  /// @param state `added`, `changed` or `removed`
  /// @param alike others in which the same lines differ
  /// @param omitted why its lines are not there
  record FileView(
      int number,
      String state,
      String sign,
      String stateWord,
      String path,
      int added,
      int removed,
      boolean isOpen,
      Optional<String> alikeTitle,
      List<String> alike,
      Optional<String> omitted,
      List<StretchView> stretches) {}

  record StretchView(boolean isFolded, String title, List<RowView> rows) {}

  /// @param kind `same`, `both`, `add`, `del`, or `gap` for lines that are left out
  record RowView(String kind, Cell before, Cell after) {}

  /// @param line from 1; 0 where there is none
  /// @param origin its number; 0 where it is not known
  record Cell(int line, String head, String mark, String tail, int origin) {}

  private record File(RelPath path, State state, SideBySide lines) {}

  private final Say say;
  private final OriginList origins = new OriginList();
  private int lines;

  FilesSection(Say say) {
    this.say = say;
  }

  View of(Review review) {
    var before = texts(review.before());
    var after = texts(review.after());
    var groups = new LinkedHashMap<Object, List<File>>();
    int added = 0;
    int removed = 0;
    for (var it : review.plan().files().entrySet()) {
      var path = RelPath.of(it.getKey());
      var sides = SideBySide.of(before.getOrDefault(path, ""), after.getOrDefault(path, ""));
      added += sides.added();
      removed += sides.removed();
      groups
          .computeIfAbsent(key(it.getValue(), path, sides), _ -> new ArrayList<>())
          .add(new File(path, it.getValue(), sides));
    }
    var files = new ArrayList<FileView>();
    groups.values().forEach(it -> files.add(view(it, files.size() + 1, review)));
    return new View(
        say.text(Message.of("Files")),
        review.plan().files().size(),
        added,
        removed,
        files,
        origins.texts(),
        files.isEmpty()
            ? Optional.of(say.text(Message.of("No file of the output differs.")))
            : Optional.empty());
  }

  private static Map<RelPath, String> texts(Review.Version version) {
    return version
        .compilation()
        .tree()
        .<Map<RelPath, String>>map(it -> it.files())
        .orElseGet(Map::of);
  }

  private static Object key(State state, RelPath path, SideBySide sides) {
    return state == State.CHANGED ? List.<Place>copyOf(sides.changes()) : path;
  }

  private FileView view(List<File> alike, int number, Review review) {
    var file = alike.getFirst();
    int size = file.lines().stretches().stream().mapToInt(it -> it.pairs().size()).sum();
    int seen =
        file.lines().stretches().stream()
            .filter(it -> !it.isFolded())
            .mapToInt(it -> it.pairs().size())
            .sum();
    boolean isLeftOut = lines + size > MOST;
    boolean isOpen = lines + seen <= OPEN;
    lines += isLeftOut ? 0 : size;
    var others = alike.stream().skip(1).map(it -> it.path().text()).toList();
    return new FileView(
        number,
        file.state().word(),
        file.state().sign(),
        say.text(word(file.state())),
        file.path().text(),
        file.lines().added(),
        file.lines().removed(),
        isOpen,
        others.isEmpty()
            ? Optional.empty()
            : Optional.of(say.text(Message.of("The same lines differ in {0} more", others.size()))),
        others,
        isLeftOut
            ? Optional.of(
                say.text(
                    Message.of(
                        "Left out, for the page is long: `homelabc build --diff` shows it.")))
            : Optional.empty(),
        isLeftOut
            ? List.of()
            : file.lines().stretches().stream()
                .map(it -> stretch(it, file.path(), review))
                .toList());
  }

  private static Message word(State state) {
    return switch (state) {
      case ADDED -> Message.of("new");
      case CHANGED -> Message.of("changed");
      case REMOVED -> Message.of("removed");
    };
  }

  private StretchView stretch(Stretch stretch, RelPath path, Review review) {
    return new StretchView(
        stretch.isFolded(),
        stretch.isFolded() ? say.text(Message.of("{0} lines as before", stretch.count())) : "",
        stretch.pairs().stream().map(it -> row(it, path, review)).toList());
  }

  private RowView row(Pair pair, RelPath path, Review review) {
    if (pair.isGap()) {
      var words = say.text(Message.of("{0} lines left out", pair.was()));
      var cell = new Cell(0, words, "", "", 0);
      return new RowView("gap", cell, cell);
    }
    var was = Intraline.of(pair.was(), other(pair, pair.is()));
    var is = Intraline.of(pair.is(), other(pair, pair.was()));
    return new RowView(
        kind(pair),
        cell(pair.before(), was, review.before().origins(), path),
        cell(pair.after(), is, review.after().origins(), path));
  }

  private static Optional<String> other(Pair pair, String text) {
    return pair.before() > 0 && pair.after() > 0 && !pair.isSame()
        ? Optional.of(text)
        : Optional.empty();
  }

  private static String kind(Pair pair) {
    if (pair.isSame()) {
      return "same";
    }
    return pair.before() == 0 ? "add" : pair.after() == 0 ? "del" : "both";
  }

  private Cell cell(int line, Intraline text, Origins from, RelPath path) {
    int origin = line == 0 ? 0 : origins.number(from.of(path, line));
    return new Cell(line, text.head(), text.mark(), text.tail(), origin);
  }
}
