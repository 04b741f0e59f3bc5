package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Declaration;
import dev.homelabc.model.Line;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// The values of a declaration, block by block.
final class FactReader {
  private final String owner;
  private final List<Fact> facts = new ArrayList<>();

  private FactReader(String owner) {
    this.owner = owner;
  }

  /// @param owner how others call the declaration: `vm web`
  static List<Fact> read(String owner, Declaration declaration) {
    var line = declaration.line();
    var reader = new FactReader(owner);
    reader.block(line.keyword(), "", line.block().orElse(List.of()));
    return List.copyOf(reader.facts);
  }

  private void block(String path, String label, List<Line> lines) {
    lines.forEach(line -> line(path, label, line));
  }

  private void line(String above, String before, Line line) {
    var path = line.property().map(it -> above + "/" + it.name()).orElse(above);
    int keys = keys(line);
    var label = before + words(line, 0, keys);
    facts.add(
        new Fact(
            owner,
            path,
            label,
            Message.of("{0}", label),
            String.join(" ", line.arguments().subList(keys, line.arguments().size())),
            line.block().map(FactReader::inside).orElse(""),
            Optional.of(line.origin())));
    line.block().ifPresent(it -> block(path, label + " ", it));
  }

  /// How many of its arguments tell it from others of the same name.
  private static int keys(Line line) {
    return line.property()
        .map(it ->
            switch (it.repeat()) {
              case ONCE -> 0;
              case KEYED -> 1;
              case APPENDED -> line.arguments().size();
            })
        .orElse(0);
  }

  private static String words(Line line, int from, int to) {
    var words = new ArrayList<>(List.of(line.keyword()));
    words.addAll(line.arguments().subList(from, to));
    return String.join(" ", words);
  }

  /// What a block says, in words of its lines; what holds by default is no news.
  private static String inside(List<Line> lines) {
    return lines.stream()
        .filter(it -> !it.origin().isDefault())
        .map(it -> it.head() + it.block().map(inner -> " { " + inside(inner) + " }").orElse(""))
        .collect(Collectors.joining(", "));
  }
}
