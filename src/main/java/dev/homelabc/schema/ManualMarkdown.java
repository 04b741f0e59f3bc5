package dev.homelabc.schema;

import java.util.List;
import java.util.StringJoiner;

/// The manual as Markdown.
final class ManualMarkdown {
  private static final String PREFACE =
      """
      # The language

      Every kind of statement and every property, as the compiler knows them. This page is made by
      `homelabc reference --format markdown`; one kind alone is `homelabc reference KIND`.

      A statement is a keyword, its arguments, and perhaps a block of statements in braces. Words in
      capitals stand for arguments, `…` behind one for one or more. `${name}` and its like in quotes
      stand for a value of the declaration: `name`, `lab` and `domain` everywhere, in a VM on a host
      also `index`, `ip`, `mac`, `hostname` and `vlan`; `$${` are the characters themselves. A property
      stands once in a block unless said otherwise.
      """;

  private ManualMarkdown() {}

  static String print(List<Property> kinds) {
    var pages = new StringJoiner("\n");
    if (kinds.equals(Schema.KINDS)) {
      pages.add(PREFACE);
    }
    kinds.forEach(it -> pages.add(kind(it)));
    return pages.toString();
  }

  private static String kind(Property kind) {
    var page = new StringBuilder("## " + kind.name() + "\n\n`" + kind.usage() + "`\n\n");
    page.append(Facts.about(kind)).append(' ').append(details(kind)).append('\n');
    var lender = Facts.lender(kind);
    if (lender.isPresent()) {
      var name = lender.get().name();
      page.append("\nIt takes the properties of [`" + name + "`](#" + name + ").\n");
    } else if (!kind.body().properties().isEmpty()) {
      page.append('\n');
      kind.body().properties().forEach(it -> item(it, "", page));
    }
    return page.toString();
  }

  private static void item(Property property, String indent, StringBuilder page) {
    page.append(indent).append("- `" + property.usage() + "`: ").append(Facts.about(property));
    page.append('\n').append(indent).append("  ").append(details(property)).append('\n');
    property.body().properties().forEach(it -> item(it, indent + "  ", page));
  }

  private static String details(Property property) {
    var parameters = String.join(" ", Facts.parameters(property));
    return (parameters + " Example: `" + property.sample() + "`").strip();
  }
}
