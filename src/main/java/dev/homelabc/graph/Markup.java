package dev.homelabc.graph;

/// XML, written from left to right. Names are ours and go as they are; values are escaped. Numbers
/// look the same in every locale.
final class Markup {
  private final StringBuilder out = new StringBuilder();

  /// Begins an element.
  Markup element(String name) {
    out.append('<').append(name);
    return this;
  }

  Markup with(String attribute, String value) {
    out.append(' ').append(attribute).append("=\"").append(Xml.attribute(value)).append('"');
    return this;
  }

  Markup with(String attribute, int value) {
    out.append(' ').append(attribute).append("=\"").append(value).append('"');
    return this;
  }

  Markup with(Placed.Area area) {
    return with("x", area.x())
        .with("y", area.y())
        .with("width", area.width())
        .with("height", area.height());
  }

  /// Ends an element that has nothing in it.
  void empty() {
    out.append("/>\n");
  }

  /// Goes on inside the element.
  Markup inside() {
    out.append('>');
    return this;
  }

  Markup text(String text) {
    out.append(Xml.text(text));
    return this;
  }

  Markup line() {
    out.append('\n');
    return this;
  }

  Markup end(String name) {
    out.append("</").append(name).append('>');
    return this;
  }

  @Override
  public String toString() {
    return out.toString();
  }
}
