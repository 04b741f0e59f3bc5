package dev.homelabc.emit;

import dev.homelabc.model.Origin;
import freemarker.core.TemplateMarkupOutputModel;
import freemarker.template.TemplateBooleanModel;
import freemarker.template.TemplateScalarModel;

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
  record Word(CodeFormat format, String text, Origin origin) implements Piece, TemplateScalarModel {
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
