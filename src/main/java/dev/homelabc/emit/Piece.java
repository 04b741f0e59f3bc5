package dev.homelabc.emit;

import dev.homelabc.model.Origin;
import dev.homelabc.model.Sourced;
import freemarker.core.TemplateMarkupOutputModel;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateScalarModel;
import java.util.ArrayList;
import java.util.List;

/// What a template prints and we have a say in: code that is not escaped, or a value of which we
/// note on which line it stands.
sealed interface Piece extends TemplateMarkupOutputModel<Piece> {
  CodeFormat format();

  @Override
  default CodeFormat getOutputFormat() {
    return format();
  }

  /// Code, printed as it is.
  record Fragment(CodeFormat format, Layout layout) implements Piece {}

  /// Writes code for a place in a line.
  interface Layout {
    /// Writes it behind what its line has.
    ///
    /// @param indent the line's indentation in blanks
    /// @param used the characters that stand between it and the code
    void write(LineWriter out, int indent, int used);
  }

  /// A text, escaped where it is printed.
  record Word(CodeFormat format, String text, List<Origin> origins)
      implements Piece, TemplateScalarModel {
    public Word {
      origins = List.copyOf(origins);
    }

    static Word of(CodeFormat format, Sourced<?> value) {
      var origins = new ArrayList<Origin>();
      Object inner = value;
      while (inner instanceof Sourced<?>(var next, var origin)) {
        origins.add(origin);
        inner = next;
      }
      return new Word(format, inner.toString(), origins);
    }

    @Override
    public String getAsString() {
      return text;
    }
  }

  /// A switch, which a template mostly asks for.
  record Flag(CodeFormat format, boolean value, Origin origin)
      implements Piece, TemplateBooleanModel {
    @Override
    public boolean getAsBoolean() {
      return value;
    }
  }
}
