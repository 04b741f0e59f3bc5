package dev.homelabc.compiler;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Fix;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import dev.homelabc.source.Span;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Fixes that are applied together; their edits do not overlap.
final class Patch {
  private record Caused(Fix.Edit edit, Diagnostic cause) {}

  /// By path, in the order of the text.
  private final Map<String, List<Caused>> edits = new HashMap<>();

  /// Where the fixes are to change the text.
  private final Changes before = new Changes();

  /// Where the replacements stand in the new text.
  private final Changes after = new Changes();

  Patch(List<Diagnostic> fixes) {
    for (var finding : fixes) {
      before.add(finding);
      for (var edit : finding.fix().orElseThrow().edits()) {
        edits
            .computeIfAbsent(edit.place().file().path(), _ -> new ArrayList<>())
            .add(new Caused(edit, finding));
      }
    }
    edits.forEach((path, inFile) -> {
      inFile.sort((a, b) -> a.edit.place().compareTo(b.edit.place()));
      int shift = 0;
      for (var it : inFile) {
        int start = it.edit.place().span().start() + shift;
        int length = it.edit.replacement().length();
        after.add(path, new Span(start, start + length), it.cause);
        shift += length - it.edit.place().span().length();
      }
    });
  }

  Changes before() {
    return before;
  }

  Changes after() {
    return after;
  }

  SourceSet applied(SourceSet sources) {
    return sources.with(sources.files().stream().map(this::applied).toList());
  }

  private SourceFile applied(SourceFile file) {
    var own = edits.get(file.path());
    if (own == null) {
      return file;
    }
    var text = new StringBuilder();
    int at = 0;
    for (var it : own) {
      var span = it.edit.place().span();
      text.append(file.text(), at, span.start()).append(it.edit.replacement());
      at = span.end();
    }
    text.append(file.text(), at, file.text().length());
    return new SourceFile(file.path(), text.toString());
  }
}
