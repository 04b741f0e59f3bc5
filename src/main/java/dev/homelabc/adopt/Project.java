package dev.homelabc.adopt;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.Name;
import dev.homelabc.value.Reading;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// What the project is called in the lab.
///
/// @param namespace where it is not the name
record Project(Given<String> name, Optional<Given<String>> namespace) {
  /// Where nothing has a name for it.
  private static final String NAMELESS = "v-auto";

  /// The name that was asked for, else that of the config, its namespace, or its folder. A VM may
  /// have the same name in v-auto, but not in a lab, where both are targets.
  static Project of(
      Inputs inputs, Catalogue catalogue, List<Spec> specs, Consumer<Diagnostic> report) {
    var start = catalogue.start();
    var name =
        inputs
            .project()
            .map(it -> new Given<>(it, start, start))
            .or(catalogue::project)
            .or(catalogue::namespace)
            .orElseGet(() -> guess(inputs, catalogue, report));
    var owners = new LinkedHashMap<String, Spec>();
    specs.forEach(spec -> spec.names().forEach(it -> owners.putIfAbsent(it, spec)));
    var owner = owners.get(name.value());
    if (owner == null) {
      return new Project(
          name, catalogue.namespace().filter(it -> !it.value().equals(name.value())));
    }
    var namespace = catalogue.namespace().orElse(name);
    var other = name.with(free(name.value(), owners));
    report.accept(
        Diagnostic.at(
                owner.prefix().place(),
                AdoptCodes.RENAMED_PROJECT,
                Message.of(
                    "the project is called `{0}`, because VMs are called `{1}`", other, name),
                Message.of("these VMs"))
            .help(
                Message.of(
                    "its namespace is `{0}` all the same; another name can be asked for with"
                        + " `--project`",
                    namespace)));
    return new Project(other, Optional.of(namespace));
  }

  private static Given<String> guess(
      Inputs inputs, Catalogue catalogue, Consumer<Diagnostic> report) {
    var name =
        Name.read(inputs.folder()) instanceof Reading.Good<Name>(var folder)
            ? folder.text()
            : NAMELESS;
    report.accept(
        Diagnostic.at(
                catalogue.start(),
                AdoptCodes.NAMELESS_PROJECT,
                Message.of("nothing says what the project is called, so it is `{0}`", name),
                Message.NONE)
            .help(Message.of("say it with `--project NAME`; it is the namespace of the VMs, too")));
    return new Given<>(name, catalogue.start(), catalogue.start());
  }

  private static String free(String name, Map<String, Spec> taken) {
    return Stream.concat(
            Stream.of(name + "-project"),
            IntStream.iterate(2, it -> it + 1).mapToObj(it -> name + "-project-" + it))
        .filter(it -> !taken.containsKey(it))
        .findFirst()
        .orElseThrow();
  }
}
