package dev.homelabc.model;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.Place;
import java.util.Collection;
import java.util.function.Consumer;

/// Finds what the language has and no target makes anything of yet: it is refused, because a
/// property that is read and left out of the output would be missed on the machine, not here.
public final class Unwritten {
  public static final Code CODE =
      Code.error(
          "unwritten-property",
          "A property is part of the language, but nothing is written for it yet.",
          "Files that lack what the lab says would look right and be wrong.",
          """
          openshift web {
            node-label zone a b
          }
          """,
          """
          openshift web
          """);

  private Unwritten() {}

  static void check(Collection<Entry> entries, Consumer<Diagnostic> report) {
    for (var entry : entries) {
      if (!entry.property().isWritten()) {
        report.accept(finding(entry.place(), entry.property().name()));
      }
      check(entry.fields().entries().values(), report);
    }
  }

  static Diagnostic finding(Place place, String what) {
    return Diagnostic.at(
            place,
            CODE,
            Message.of("nothing is written for `{0}` yet", what),
            Message.of("left out of the files"))
        .help(Message.of("take it out, and state it where the files are used"));
  }
}
