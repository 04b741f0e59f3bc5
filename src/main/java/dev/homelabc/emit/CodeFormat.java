package dev.homelabc.emit;

import freemarker.core.MarkupOutputFormat;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/// How interpolations of one language are written: strings escaped for the inside of `"…"`, and
/// expressions as laid out by their [Piece.Fragment].
abstract class CodeFormat extends MarkupOutputFormat<Piece> {
  private final String name;

  CodeFormat(String name) {
    this.name = name;
  }

  abstract String escape(String text);

  @Override
  public String getName() {
    return name;
  }

  @Override
  public @Nullable String getMimeType() {
    return null;
  }

  @Override
  public boolean isAutoEscapedByDefault() {
    return true;
  }

  @Override
  public boolean isOutputFormatMixingAllowed() {
    return false;
  }

  @Override
  public void output(String text, Writer out) throws IOException {
    out.write(escape(text));
  }

  @Override
  public void output(Piece piece, Writer out) throws IOException {
    // FreeMarker buffers captured text; no template captures any.
    if (!(out instanceof LineWriter line)) {
      throw new IllegalStateException("an expression is printed outside of its file");
    }
    switch (piece) {
      case Piece.Fragment(_, var layout) -> layout.write(line, line.indent(), line.used());
      case Piece.Word(_, var text, var origins) -> {
        origins.forEach(line::mark);
        output(text, line);
      }
      case Piece.Flag(_, var value, var origin) -> {
        line.mark(origin);
        line.write(Boolean.toString(value));
      }
    }
  }

  @Override
  public String escapePlainText(String text) {
    return escape(text);
  }

  @Override
  public Piece fromPlainTextByEscaping(String text) {
    return fromMarkup(escape(text));
  }

  @Override
  public Piece fromMarkup(String markup) {
    return new Piece.Fragment(this, (out, _, _) -> out.write(markup));
  }

  @Override
  public @Nullable String getSourcePlainText(Piece piece) {
    return null;
  }

  @Override
  public String getMarkupString(Piece piece) throws TemplateModelException {
    try {
      var out = new LineWriter();
      output(piece, out);
      return out.toString();
    } catch (IOException e) {
      throw new TemplateModelException(e);
    }
  }

  @Override
  public Piece concat(Piece left, Piece right) throws TemplateModelException {
    throw new TemplateModelException("expressions cannot be joined");
  }

  @Override
  public boolean isEmpty(Piece piece) {
    return piece instanceof Piece.Word(_, var text, _) && text.isEmpty();
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }
}
