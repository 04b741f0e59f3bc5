package dev.homelabc.blame;

import dev.homelabc.blame.Blame.Numbered;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.emit.Yaml;
import dev.homelabc.source.Place;

/// How a blame is written. Ends in a line break.
public enum BlameFormat {
  /// For a terminal: one line with all that made it, or many with the first thing each.
  TEXT {
    @Override
    public String of(Blame blame, Language language) {
      return blame.lines().size() == 1 && !blame.isWhole()
          ? one(blame, blame.lines().getFirst(), language)
          : new BlameTable(blame.lines()).print();
    }

    private String one(Blame blame, Numbered line, Language language) {
      var text = new StringBuilder();
      text.append("%s:%s: %s\n".formatted(blame.file(), line.number(), line.line().text().strip()));
      line.line().causes().forEach(it -> text.append("  ").append(it.text()).append('\n'));
      if (!line.line().isOwn()) {
        var why = Message.of("no value is on this line: it belongs to a block of that statement");
        text.append("  (").append(why.in(language)).append(")\n");
      }
      return text.toString();
    }
  },
  /// For programs: an object with the file and its lines.
  JSON {
    @Override
    public String of(Blame blame, Language language) {
      var lines = blame.lines().stream().<Yaml>map(this::line).toList();
      return Yaml.mapping()
          .with("file", blame.file().text())
          .with("lines", new Yaml.ListOf(lines))
          .json();
    }

    private Yaml line(Numbered line) {
      return Yaml.mapping()
          .with("line", new Yaml.Whole(line.number()))
          .with("text", line.line().text())
          .with("own", new Yaml.Flag(line.line().isOwn()))
          .with("causes", new Yaml.ListOf(line.line().causes().stream().map(this::cause).toList()));
    }

    private Yaml cause(Cause cause) {
      return place(cause.place())
          .with("statement", cause.statement())
          .with("declaration", cause.declaration().map(Yaml.Text::new))
          .with("profile", cause.profile().map(Yaml.Text::new))
          .with("default", new Yaml.Flag(cause.isDefault()))
          .with("lock", cause.lock().map(this::place));
    }

    private Yaml.Mapping place(Place place) {
      return Yaml.mapping()
          .with("file", place.file().path())
          .with("line", new Yaml.Whole(place.line()))
          .with("column", new Yaml.Whole(place.column()));
    }
  };

  /// The whole text.
  public abstract String of(Blame blame, Language language);
}
