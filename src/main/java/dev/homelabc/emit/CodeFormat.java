package dev.homelabc.emit;

import freemarker.core.MarkupOutputFormat;
import freemarker.template.TemplateModelException;
import java.io.IOException;
import java.io.Writer;
import org.jspecify.annotations.Nullable;

/// How interpolations of one language are written: strings escaped for the inside of `"…"`, and
/// expressions as laid out by their [Fragment].
abstract class CodeFormat extends MarkupOutputFormat<Fragment> {
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
  public void output(Fragment fragment, Writer out) throws IOException {
    // FreeMarker buffers captured text; no template captures any.
    if (!(out instanceof LineWriter line)) {
      throw new IllegalStateException("an expression is printed outside of its file");
    }
    line.write(fragment.layout().at(line.indent(), line.used()));
  }

  @Override
  public String escapePlainText(String text) {
    return escape(text);
  }

  @Override
  public Fragment fromPlainTextByEscaping(String text) {
    return fromMarkup(escape(text));
  }

  @Override
  public Fragment fromMarkup(String markup) {
    return new Fragment(this, (_, _) -> markup);
  }

  @Override
  public @Nullable String getSourcePlainText(Fragment fragment) {
    return null;
  }

  @Override
  public String getMarkupString(Fragment fragment) {
    return fragment.layout().at(0, 0);
  }

  @Override
  public Fragment concat(Fragment left, Fragment right) throws TemplateModelException {
    throw new TemplateModelException("expressions cannot be joined");
  }

  @Override
  public boolean isEmpty(Fragment fragment) {
    return false;
  }

  @Override
  public boolean isLegacyBuiltInBypassed(String builtIn) {
    return false;
  }
}
