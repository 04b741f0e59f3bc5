package dev.homelabc.adopt;

import dev.homelabc.source.Place;
import dev.homelabc.syntax.Quotes;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// Writes a lab, and remembers where each piece of it comes from.
final class LabWriter {
  static final String STEP = "  ";

  /// What is surely one word and no sign of another language.
  private static final Pattern WORD = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._/-]*");

  private final StringBuilder text = new StringBuilder();
  private final List<Origins.Piece> pieces = new ArrayList<>();
  private int depth;

  /// Text of our own.
  LabWriter raw(String own) {
    text.append(own);
    return this;
  }

  /// Text that stands for what is at a place.
  LabWriter write(String its, Place origin) {
    int start = text.length();
    text.append(its);
    pieces.add(new Origins.Piece(start, text.length(), origin, its.equals(origin.text())));
    return this;
  }

  /// A value, of which nothing is an interpolation; in quotes where it needs them.
  LabWriter value(String value, Place origin) {
    return WORD.matcher(value).matches() ? write(value, origin) : quoted(value, origin);
  }

  LabWriter quoted(String value, Place origin) {
    return write(Quotes.encode(value).replace("${", "$${"), origin);
  }

  /// What was written since an offset stands for a place.
  void cover(int start, Place origin) {
    pieces.add(new Origins.Piece(start, text.length(), origin, false));
  }

  int length() {
    return text.length();
  }

  /// Blanks before a statement, or before the lines of a text that belongs to one.
  String margin(int deeper) {
    return STEP.repeat(depth + deeper);
  }

  /// A statement with values.
  void line(String keyword, Place key, List<Given<String>> values) {
    int start = begin(keyword);
    values.forEach(it -> raw(" ").value(it.value(), it.place()));
    end(start, key);
  }

  void line(String keyword, Given<String> value) {
    line(keyword, value.key(), List.of(value));
  }

  /// A statement with a word.
  void word(String keyword, String word, Place key, Place origin) {
    int start = begin(keyword);
    raw(" ").write(word, origin);
    end(start, key);
  }

  int begin(String keyword) {
    int start = text.length();
    raw(margin(0)).raw(keyword);
    return start;
  }

  void end(int start, Place key) {
    cover(start, key);
    raw("\n");
  }

  /// A statement with a block.
  void block(String keyword, Given<String> name, Runnable body) {
    int start = begin(keyword);
    raw(" ").value(name.value(), name.place());
    block(start, name.place(), body);
  }

  void block(int start, Place key, Runnable body) {
    raw(" {\n");
    depth++;
    body.run();
    depth--;
    raw(margin(0)).raw("}");
    end(start, key);
  }

  Origins origins() {
    return new Origins(pieces);
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
