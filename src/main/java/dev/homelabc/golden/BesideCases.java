package dev.homelabc.golden;

import dev.homelabc.diagnostic.Language;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Stream;

/// A lab kept with what is said about it, `golden/FOLDER/CASE.lab` with `CASE.txt`, and with
/// `CASE.ko.txt` where there is such a file, be it empty.
interface BesideCases extends CaseKind {
  String LAB = ".lab";
  String KOREAN = ".ko.txt";

  Repository repository();

  /// The folder of this kind, `golden/FOLDER`.
  String folder();

  /// How inputs lie in it, for people.
  default String pattern() {
    return folder() + "/CASE.lab";
  }

  default boolean isInput(String path) {
    return path.endsWith(LAB)
        && Repository.parts(path).size() == Repository.parts(pattern()).size();
  }

  /// Whether a file is called as what is made is.
  default boolean isOutput(String path) {
    return path.endsWith(".txt");
  }

  static String input(String name) {
    return "golden/" + name + LAB;
  }

  static String output(String name) {
    return "golden/" + name + ".txt";
  }

  @Override
  default Stream<String> names() {
    return repository().below(folder()).stream().filter(this::isInput).map(Repository::caseName);
  }

  /// What is kept in English, and in Korean if there is a file for it.
  default Run kept(String name, Function<Language, String> text) {
    var files = new TreeMap<String, String>();
    files.put(output(name), text.apply(Language.ENGLISH));
    var korean = "golden/" + name + KOREAN;
    if (repository().bytes(korean).isPresent()) {
      files.put(korean, text.apply(Language.KOREAN));
    }
    return Run.of(files);
  }

  @Override
  default Stream<Deviation> strays(Set<String> cases) {
    return repository().below(folder()).stream()
        .filter(path -> !isInput(path))
        .flatMap(path -> {
          // It may be an input in the wrong folder, so nothing removes it.
          if (path.endsWith(LAB)) {
            return Stream.of(new Deviation.Unfit(path, "is not one of " + pattern()));
          }
          return isOutput(path) && cases.contains(Repository.caseName(path))
              ? Stream.empty()
              : Stream.of(new Deviation.Orphan(path));
        });
  }
}
