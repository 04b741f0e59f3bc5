package dev.homelabc.emit;

import freemarker.core.TemplateMarkupOutputModel;

/// A piece of code that a template prints as it is, not escaped.
record Fragment(CodeFormat format, Layout layout) implements TemplateMarkupOutputModel<Fragment> {
  /// Writes code for a place in a line: the line's indentation in blanks, and the characters that
  /// stand between it and the code.
  interface Layout {
    String at(int indent, int used);
  }

  @Override
  public CodeFormat getOutputFormat() {
    return format;
  }
}
