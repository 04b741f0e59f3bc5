package dev.homelabc.graph;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.model.Lab;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// A graph, laid out, for tests of how it looks.
record Drawn(Graph graph, Map<String, Sized> sizes, Placed placed) {
  static Drawn of(Lab lab, View view) {
    var graph = view.of(lab, Language.ENGLISH);
    var sizes = Sizer.sizes(graph);
    return new Drawn(graph, sizes, Layout.of(graph, sizes));
  }

  /// The lab of a folder.
  static Lab lab(String folder) {
    try (var paths = Files.list(Path.of(folder))) {
      return bound(
          new SourceSet(
              paths
                  .filter(it -> it.toString().endsWith(".lab"))
                  .sorted()
                  .map(Drawn::source)
                  .toList(),
              _ -> Optional.empty()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static Lab of(String text) {
    return bound(new SourceSet(List.of(new SourceFile("test.lab", text)), _ -> Optional.empty()));
  }

  private static Lab bound(SourceSet sources) {
    var compilation = Compiler.compile(sources, List.of());
    if (compilation.hasErrors()) {
      throw new IllegalArgumentException(compilation.diagnostics().toString());
    }
    return compilation.lab().orElseThrow();
  }

  private static SourceFile source(Path file) {
    try {
      return new SourceFile(file.getFileName().toString(), Files.readString(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  Placed.Area area(String id) {
    return Optional.ofNullable(placed.areas().get(id)).orElseThrow();
  }

  Sized size(String id) {
    return Optional.ofNullable(sizes.get(id)).orElseThrow();
  }

  /// The boxes of cells by the ids of their nodes, where they are in the picture.
  Stream<Map.Entry<String, Placed.Area>> cells() {
    return placed.areas().entrySet().stream()
        .flatMap(grid ->
            size(grid.getKey()).cells().stream()
                .map(cell ->
                    Map.entry(
                        cell.box().node().id(),
                        new Placed.Area(
                            grid.getValue().x() + cell.x(),
                            grid.getValue().y() + cell.y(),
                            cell.box().width(),
                            cell.box().height()))));
  }
}
