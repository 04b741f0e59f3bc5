package dev.homelabc.golden;

import dev.homelabc.allocate.LockFile;
import dev.homelabc.compiler.Compilation;
import dev.homelabc.source.SourceSet;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// Labs of `examples/`, kept with their whole output in `golden/examples/` and, beside them, the
/// lock that they build with and leave as it is.
record ExampleCases(Repository repository, Function<SourceSet, Compilation> compiler)
    implements CaseKind {
  private static final String FOLDER = "examples";

  @Override
  public Stream<String> names() {
    return repository.below(FOLDER).stream()
        .map(Repository::parts)
        .filter(parts -> parts.size() == 3 && parts.getLast().endsWith(".lab"))
        .map(parts -> FOLDER + "/" + parts.get(1));
  }

  @Override
  public Run run(String name) {
    var compilation = compiler.apply(repository.lab(name));
    if (compilation.tree().isEmpty()) {
      return Said.broken(name, compilation.diagnostics());
    }
    var files = new TreeMap<String, String>();
    compilation
        .tree()
        .get()
        .files()
        .forEach((path, text) -> files.put(output(name) + "/" + path, text));
    compilation.lock().text().ifPresent(text -> files.put(lock(name), text));
    return Run.of(files);
  }

  @Override
  public Stream<String> leftOver(String name, Run run) {
    return Stream.concat(
            repository.below(output(name)).stream(),
            Stream.of(lock(name)).filter(path -> repository.bytes(path).isPresent()))
        .filter(path -> !run.files().containsKey(path));
  }

  @Override
  public Stream<Deviation> strays(Set<String> cases) {
    return repository.below("golden/" + FOLDER).stream()
        .filter(path -> !cases.contains(FOLDER + "/" + Repository.parts(path).get(2)))
        .map(Deviation.Orphan::new);
  }

  private static String output(String name) {
    return "golden/" + name;
  }

  private static String lock(String name) {
    return name + "/" + LockFile.NAME;
  }
}
