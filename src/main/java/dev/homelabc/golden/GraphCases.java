package dev.homelabc.golden;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.source.SourceSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// A lab of `golden/graph/CASE/`, or the example of that name, kept with pictures of it. A picture
/// is wanted just where its file is there, be it empty.
record GraphCases(Repository repository, Function<SourceSet, Compilation> compiler)
    implements CaseKind {
  private static final String FOLDER = "golden/graph";

  @Override
  public Stream<String> names() {
    return repository.below(FOLDER).stream()
        .map(Repository::parts)
        .filter(parts -> parts.size() == 4)
        .map(parts -> "graph/" + parts.get(2));
  }

  @Override
  public Run run(String name) {
    var input = "golden/" + name;
    var paths = repository.below(input);
    boolean isOwn = paths.stream().anyMatch(path -> path.endsWith(".lab"));
    var folder = isOwn ? input : "examples/" + name.substring(name.lastIndexOf('/') + 1);
    if (repository.below(folder).isEmpty()) {
      return Run.unfit(input, "has no *.lab file, and no example has its name");
    }
    var compilation = compiler.apply(repository.lab(folder));
    if (compilation.hasErrors() || compilation.lab().isEmpty()) {
      return Said.broken(input, compilation.diagnostics());
    }
    var files = new TreeMap<String, String>();
    for (var path : paths) {
      Drawing.of(path)
          .ifPresent(drawing ->
              files.put(
                  path,
                  drawing
                      .format()
                      .of(compilation.lab().get(), drawing.view(), drawing.language())
                      .orElse(drawing.view().nothing().toString() + "\n")));
    }
    return Run.of(files);
  }

  @Override
  public Stream<Deviation> strays(Set<String> cases) {
    return repository.below(FOLDER).stream()
        .filter(path ->
            Repository.parts(path).size() != 4
                || (!path.endsWith(".lab") && Drawing.of(path).isEmpty()))
        .map(path ->
            new Deviation.Unfit(
                path, "is none of golden/graph/CASE/VIEW.FORMAT and its *.lab files"));
  }
}
