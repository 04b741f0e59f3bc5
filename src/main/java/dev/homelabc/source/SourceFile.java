package dev.homelabc.source;

import java.util.Optional;

/// One `*.lab` file: its path as people know it (relative, with `/`) and its text. Diagnostics show
/// this text and never read the disk again.
public final class SourceFile {
  private final String path;
  private final String text;
  private final LineIndex lines;
  private final Optional<Undecodable> undecodable;

  public SourceFile(String path, String text) {
    this(path, new Decoder(text, Optional.empty()));
  }

  private SourceFile(String path, Decoder decoded) {
    this.path = path;
    this.text = decoded.text();
    this.lines = new LineIndex(text);
    this.undecodable = decoded.undecodable();
  }

  /// A file as the disk holds it; [#undecodable] says whether it is the UTF-8 that it should be.
  public static SourceFile decode(String path, byte[] bytes) {
    return new SourceFile(path, Decoder.decode(bytes));
  }

  public String path() {
    return path;
  }

  public String text() {
    return text;
  }

  /// What in the file is not UTF-8, if anything.
  public Optional<Undecodable> undecodable() {
    return undecodable;
  }

  public LineIndex lines() {
    return lines;
  }

  public String text(Span span) {
    return text.substring(span.start(), span.end());
  }

  public Place at(Span span) {
    return new Place(this, span);
  }

  @Override
  public String toString() {
    return path;
  }
}
