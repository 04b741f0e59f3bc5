package dev.homelabc.blame;

import dev.homelabc.blame.Blocks.Block;
import dev.homelabc.blame.Statements.Chain;
import dev.homelabc.model.Origin;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.OutputTree.Provenance;
import dev.homelabc.output.RelPath;
import dev.homelabc.source.Place;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// Every line of a file with what made it.
///
/// A line on which values of the lab stand answers with their statements. Any other line answers
/// with the statement that owns the block: the one that all values in the block have around them,
/// else the owner of the block around it, and at last what made the file.
public final class FileBlame {
  private final Provenance provenance;
  private final Statements statements;
  private final Chain owner;
  private final Blocks blocks;

  /// What all values of a block have around them. Each of its lines asks for that.
  private final Map<Block, Optional<Chain>> commons = new HashMap<>();

  /// Where the lines of a text that is copied were last found in its source.
  private final Map<Place, Integer> copied = new HashMap<>();

  private FileBlame(Provenance provenance, Statements statements, List<String> lines) {
    this.provenance = provenance;
    this.statements = statements;
    owner = statements.around(provenance.owner());
    blocks = new Blocks(lines);
  }

  /// The lines of a file; empty where the lab makes none of that name.
  public static Optional<List<BlamedLine>> of(OutputTree tree, RelPath path) {
    return of(tree, path, new Statements());
  }

  static Optional<List<BlamedLine>> of(OutputTree tree, RelPath path, Statements statements) {
    return tree.provenance(path)
        .map(provenance -> {
          var lines = tree.text(path).orElseThrow().lines().toList();
          var blame = new FileBlame(provenance, statements, lines);
          return IntStream.range(0, lines.size())
              .mapToObj(line -> blame.line(line, lines.get(line)))
              .toList();
        });
  }

  private BlamedLine line(int line, String text) {
    var own = nearest(provenance.trace().at(line));
    return own.isEmpty()
        ? new BlamedLine(text, List.of(owning(line, text)), false)
        : new BlamedLine(text, own.stream().map(it -> cause(it, text)).toList(), true);
  }

  /// Without statements in whose block another one of them is.
  private List<Origin> nearest(List<Origin> origins) {
    return origins.stream()
        .filter(it ->
            it.isDefault()
                || origins.stream()
                    .noneMatch(other ->
                        !other.isDefault()
                            && statements.around(it).holds(statements.around(other))))
        .toList();
  }

  private Cause cause(Origin origin, String text) {
    return cause(statements.around(origin), origin, text);
  }

  private Cause cause(Chain chain, Origin origin, String text) {
    var start = Statements.place(chain, origin.place());
    return statements.cause(chain, origin, Copy.of(start, text, copied).orElse(start));
  }

  /// The owner of the blocks around a line, from the inside out.
  private Cause owning(int line, String text) {
    for (var block : blocks.around(line)) {
      var opener = provenance.trace().at(block.opener());
      if (!opener.isEmpty()) {
        return cause(Origin.written(nearest(opener).getFirst().place()), text);
      }
      var common = commons.computeIfAbsent(block, this::common);
      if (common.isPresent()) {
        return owner(common.get(), text);
      }
    }
    return owner(owner, text);
  }

  private Cause owner(Chain chain, String text) {
    return cause(chain, Origin.written(provenance.owner().place()), text);
  }

  /// The innermost statement around all values of a block. Where some of them are in what made the
  /// file, those count alone: the others are of the lab, a network or a profile.
  private Optional<Chain> common(Block block) {
    var chains = new ArrayList<Chain>();
    for (int line = block.opener() + 1; line < block.end(); line++) {
      provenance.trace().at(line).forEach(it -> chains.add(statements.around(it)));
    }
    var own = chains.stream().filter(owner::hasRootOf).toList();
    var common =
        (own.isEmpty() ? chains : own)
            .stream()
                .map(Optional::of)
                .reduce((one, other) -> one.flatMap(it -> it.common(other.orElseThrow())))
                .flatMap(it -> it);
    // A profile as a whole, or another declaration, owns nothing in the file of this one.
    return common.filter(it -> !it.isRoot() || it.hasRootOf(owner));
  }
}
