package dev.homelabc.golden;

import java.util.Set;
import java.util.stream.Stream;

/// A file kept with another one that is made of it, `CASE.in.lab` with `CASE.lab`.
interface RewrittenCases extends CaseKind {
  String INPUT = ".in.lab";

  Repository repository();

  /// The folder of this kind, `golden/FOLDER`.
  String folder();

  static String input(String name) {
    return "golden/" + name + INPUT;
  }

  static String output(String name) {
    return "golden/" + name + ".lab";
  }

  @Override
  default Stream<String> names() {
    return repository().below(folder()).stream()
        .filter(path -> path.endsWith(INPUT))
        .map(path -> path.substring("golden/".length(), path.length() - INPUT.length()));
  }

  /// What has no case may be an input under the wrong name, so nothing removes it.
  @Override
  default Stream<Deviation> strays(Set<String> cases) {
    return repository().below(folder()).stream()
        .filter(path -> !path.endsWith(INPUT) && !cases.contains(Repository.caseName(path)))
        .map(path ->
            new Deviation.Unfit(path, "has no " + Repository.caseName(path) + ".in.lab beside it"));
  }
}
