package dev.homelabc.golden;

import dev.homelabc.adopt.Inputs;
import dev.homelabc.adopt.VAuto;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Language;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/// Files of v-auto in `golden/adopt/CASE/`, kept with the lab that is made of them, if one is, and
/// with the report; the report in Korean just where the file is there, be it empty.
record AdoptCases(Repository repository) implements CaseKind {
  private static final String FOLDER = "golden/adopt";
  private static final String CONFIG = "/config.yaml";

  @Override
  public Stream<String> names() {
    return repository.below(FOLDER).stream()
        .filter(path -> path.endsWith(CONFIG))
        .map(AdoptCases::name);
  }

  private static String name(String path) {
    return path.substring("golden/".length(), path.lastIndexOf('/'));
  }

  /// What the report of a case says.
  List<Diagnostic> findings(String name) {
    return VAuto.adopt(inputs(name)).report().findings();
  }

  @Override
  public Run run(String name) {
    var adoption = VAuto.adopt(inputs(name));
    var findings = adoption.report().findings();
    var files = new TreeMap<>(Map.of(report(name), Said.findings(findings)));
    adoption.lab().ifPresent(lab -> files.put(lab(name), lab));
    if (repository.bytes(korean(name)).isPresent()) {
      files.put(korean(name), Said.findings(findings, Language.KOREAN));
    }
    return Run.of(files);
  }

  /// The specs go by their names.
  private Inputs inputs(String name) {
    var folder = "golden/" + name;
    var config = folder + CONFIG;
    return new Inputs(
        repository.source(config),
        repository.below(folder).stream()
            .filter(path -> path.endsWith(".yaml") && !path.equals(config))
            .map(repository::source)
            .toList(),
        Optional.empty(),
        "shop");
  }

  @Override
  public Stream<String> leftOver(String name, Run run) {
    return Stream.of(lab(name))
        .filter(path -> repository.bytes(path).isPresent())
        .filter(path -> !run.files().containsKey(path));
  }

  @Override
  public Stream<Deviation> strays(Set<String> cases) {
    return repository.below(FOLDER).stream()
        .filter(path -> !path.endsWith(".yaml") && !isOutput(path, cases))
        .map(Deviation.Orphan::new);
  }

  private static boolean isOutput(String path, Set<String> cases) {
    var name = name(path);
    return cases.contains(name) && Set.of(lab(name), report(name), korean(name)).contains(path);
  }

  private static String lab(String name) {
    return "golden/" + name + "/adopted.lab";
  }

  private static String report(String name) {
    return "golden/" + name + "/report.txt";
  }

  private static String korean(String name) {
    return "golden/" + name + "/report.ko.txt";
  }
}
