package dev.homelabc.adopt;

import dev.homelabc.model.YamlNode.Scalar;
import dev.homelabc.source.Place;
import dev.homelabc.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Writes a cloud-init script as a text of several lines, each of which is known to come from its
/// line of the YAML file where it stands there as it is: in a literal block.
///
/// A text ends in a line break. A script that does not gets one, which means nothing to cloud-init.
record CloudInitText(Given<Scalar> script, YamlFile file, LabWriter out) {
  private static final String QUOTES = "\"\"\"";

  static void write(Given<Scalar> script, YamlFile file, LabWriter out) {
    int start = out.begin("cloud-init");
    out.raw(" ");
    var value = script.value().value();
    // Three quotes would end the text; other line ends and control characters would not be seen.
    if (value.contains(QUOTES)
        || value.chars().anyMatch(it -> it != '\n' && it != '\t' && Character.isISOControl(it))) {
      out.quoted(value, script.place());
    } else {
      new CloudInitText(script, file, out).lines(value.endsWith("\n") ? value : value + "\n");
    }
    out.end(start, script.key());
  }

  private void lines(String value) {
    var lines = List.of(value.substring(0, value.length() - 1).split("\n", -1));
    var origins = origins(lines);
    int start = out.length();
    out.raw(QUOTES).raw("\n");
    for (int i = 0; i < lines.size(); i++) {
      if (!lines.get(i).isEmpty()) {
        out.raw(out.margin(1));
        line(lines.get(i), origins.isEmpty() ? script.place() : origins.get().get(i));
      }
      out.raw("\n");
    }
    out.raw(out.margin(1)).raw(QUOTES);
    out.cover(start, script.place());
  }

  /// A `${` is one character longer in the lab, so the stretches between them have their own
  /// places.
  private void line(String line, Place origin) {
    int start = out.length();
    boolean isCopy = origin.span().length() == line.length();
    int at = 0;
    for (int next = line.indexOf("${"); next >= 0; next = line.indexOf("${", at)) {
      piece(line, at, next, origin, isCopy);
      out.write("$${", isCopy ? part(origin, next, next + 2) : origin);
      at = next + 2;
    }
    piece(line, at, line.length(), origin, isCopy);
    out.cover(start, origin);
  }

  private void piece(String line, int from, int to, Place origin, boolean isCopy) {
    if (from < to) {
      out.write(line.substring(from, to), isCopy ? part(origin, from, to) : origin);
    }
  }

  private static Place part(Place origin, int from, int to) {
    int start = origin.span().start();
    return origin.file().at(new Span(start + from, start + to));
  }

  /// Where each line stands; empty where the script is no literal block.
  private Optional<List<Place>> origins(List<String> lines) {
    var source = file.source();
    var index = source.lines();
    int header = index.line(script.place().span().start());
    if (header + lines.size() > index.count()) {
      return Optional.empty();
    }
    boolean isLiteral =
        IntStream.range(0, lines.size())
            .allMatch(i -> {
              var written = index.text(header + 1 + i);
              return lines.get(i).isEmpty()
                  ? written.isBlank()
                  : written.endsWith(lines.get(i))
                      && written.substring(0, written.length() - lines.get(i).length()).isBlank();
            });
    return isLiteral
        ? Optional.of(
            IntStream.range(0, lines.size())
                .mapToObj(i -> {
                  int end = index.end(header + 1 + i);
                  return source.at(new Span(end - lines.get(i).length(), end));
                })
                .toList())
        : Optional.empty();
  }
}
