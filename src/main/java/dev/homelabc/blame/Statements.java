package dev.homelabc.blame;

import dev.homelabc.model.Origin;
import dev.homelabc.source.Place;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Parsed;
import dev.homelabc.syntax.Parser;
import dev.homelabc.syntax.Statement;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The statements around a place of a lab.
final class Statements {
  private final Map<SourceFile, Parsed> parsed = new HashMap<>();
  private final Map<Origin, Chain> chains = new HashMap<>();

  /// A statement and those in whose blocks it is, the outermost first. A file without a `lab`
  /// statement answers for the lab's standard values with none.
  record Chain(SourceFile file, List<Statement> statements) {
    boolean isRoot() {
      return statements.size() <= 1;
    }

    /// Whether the other one is in a block of this one.
    boolean holds(Chain other) {
      return other.statements.size() > statements.size() && equals(other.first(statements.size()));
    }

    boolean hasRootOf(Chain other) {
      return !statements.isEmpty()
          && !other.statements.isEmpty()
          && first(1).equals(other.first(1));
    }

    /// What both are in, or one of them; empty where they have nothing in common.
    Optional<Chain> common(Chain other) {
      int count = 0;
      int most = Math.min(statements.size(), other.statements.size());
      while (count < most && statements.get(count).equals(other.statements.get(count))) {
        count++;
      }
      return file.equals(other.file) && count > 0 ? Optional.of(first(count)) : Optional.empty();
    }

    private Chain first(int count) {
      return new Chain(file, statements.subList(0, count));
    }
  }

  Chain around(Origin origin) {
    return chains.computeIfAbsent(origin, it -> around(it.place()));
  }

  private Chain around(Place place) {
    var file = place.file();
    var statements = parsed.computeIfAbsent(file, Parser::parse).around(place.span().start());
    return new Chain(file, List.copyOf(statements));
  }

  /// What a chain leads to, as a cause.
  Cause cause(Chain chain, Origin origin, Place place) {
    var statements = chain.statements();
    return new Cause(
        place,
        statements.isEmpty() ? "" : head(chain, statements.getLast()),
        statements.size() > 1 ? Optional.of(head(chain, statements.getFirst())) : Optional.empty(),
        origin.profile(),
        origin.isDefault(),
        origin.lock());
  }

  /// Where the innermost statement of a chain begins.
  static Place place(Chain chain, Place otherwise) {
    return chain.statements().isEmpty()
        ? otherwise
        : chain.file().at(chain.statements().getLast().head());
  }

  /// Keyword and arguments; of a text over several lines only that it is there.
  private static String head(Chain chain, Statement statement) {
    var lines = chain.file().text(statement.head()).strip().lines().map(String::strip).toList();
    return lines.size() > 1 ? lines.getFirst() + " …" : lines.getFirst();
  }
}
