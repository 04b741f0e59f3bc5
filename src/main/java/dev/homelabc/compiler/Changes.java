package dev.homelabc.compiler;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Fix;
import dev.homelabc.diagnostic.Label;
import dev.homelabc.source.Place;
import dev.homelabc.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/// Stretches of text that fixes change, or have changed, and the findings that they are to cure. No
/// two overlap, so that those at a place are found without a look at the others.
final class Changes {
  /// A stretch of text and the finding whose fix changes it.
  private record Change(Span span, Diagnostic cause) {}

  /// By path and first offset; deletions may leave several at one offset.
  private final Map<String, TreeMap<Integer, List<Change>>> changes = new HashMap<>();

  void add(String path, Span span, Diagnostic cause) {
    changes
        .computeIfAbsent(path, _ -> new TreeMap<>())
        .computeIfAbsent(span.start(), _ -> new ArrayList<>())
        .add(new Change(span, cause));
  }

  void add(Diagnostic finding) {
    for (var edit : finding.fix().orElseThrow().edits()) {
      add(edit.place().file().path(), edit.place().span(), finding);
    }
  }

  boolean touch(Fix fix) {
    return fix.edits().stream().anyMatch(it -> !causes(it.place()).isEmpty());
  }

  /// The causes of what was changed where a label stands.
  List<Diagnostic> causes(Label label) {
    return causes(label.place());
  }

  private List<Diagnostic> causes(Place place) {
    var path = changes.get(place.file().path());
    if (path == null) {
      return List.of();
    }
    var found = new ArrayList<Diagnostic>();
    for (var there : path.headMap(place.span().end(), true).descendingMap().values()) {
      int before = found.size();
      for (var change : there) {
        if (change.span.end() >= place.span().start()) {
          found.add(change.cause);
        }
      }
      if (found.size() == before) {
        break;
      }
    }
    return found;
  }
}
