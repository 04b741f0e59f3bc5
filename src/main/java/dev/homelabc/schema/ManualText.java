package dev.homelabc.schema;

import java.util.List;
import java.util.StringJoiner;

/// The manual for a terminal: two blanks more for each block that a property stands in.
final class ManualText {
  private static final String STEP = "  ";

  private ManualText() {}

  static String print(List<Property> kinds) {
    var pages = new StringJoiner("\n");
    for (var kind : kinds) {
      var page = new StringBuilder();
      print(kind, "", page);
      pages.add(page);
    }
    return pages.toString();
  }

  private static void print(Property property, String indent, StringBuilder page) {
    line(indent, property.usage(), page);
    var below = indent + STEP + STEP;
    line(below, Facts.about(property), page);
    Facts.parameters(property).forEach(it -> line(below, it, page));
    line(below, "Example: " + property.sample(), page);
    var lender = Facts.lender(property);
    if (lender.isPresent()) {
      line(below, "It takes the properties of `" + lender.get().name() + "`.", page);
      return;
    }
    for (var inner : property.body().properties()) {
      page.append(indent.isEmpty() ? "\n" : "");
      print(inner, indent + STEP, page);
    }
  }

  private static void line(String indent, String text, StringBuilder page) {
    page.append(indent).append(text).append('\n');
  }
}
