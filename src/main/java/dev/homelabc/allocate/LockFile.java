package dev.homelabc.allocate;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import java.util.List;
import java.util.Optional;

/// `homelab.lock` as it was read, merged or not.
///
/// @param conflict the first marker that git left, if it left any
/// @param findings lines that say nothing; with one of them nobody knows who has what
public record LockFile(List<Line> lines, Optional<Place> conflict, List<Diagnostic> findings) {
  /// The name of the file, beside the sources.
  public static final String NAME = "homelab.lock";

  public static final LockFile NONE = new LockFile(List.of(), Optional.empty(), List.of());

  public LockFile {
    lines = List.copyOf(lines);
    findings = List.copyOf(findings);
  }

  /// Who wrote a line of a file that git could not merge.
  enum Side {
    BOTH,
    OURS,
    BASE,
    THEIRS
  }

  /// An entry, and where its value stands.
  record Line(Given given, Place place, Side side) {}

  public static LockFile read(Optional<SourceFile> file) {
    return file.map(it -> new LockReader(it).read()).orElse(NONE);
  }

  /// The entries, those of both branches.
  public Lock lock() {
    return new Lock(entries().stream().map(Line::given).toList());
  }

  /// The lines that one of the branches has.
  List<Line> entries() {
    return lines.stream().filter(it -> it.side != Side.BASE).toList();
  }
}
