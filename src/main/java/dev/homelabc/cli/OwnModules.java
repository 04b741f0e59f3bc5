package dev.homelabc.cli;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The NixOS modules of the user's own that a lab imports. They stand in the output folder, which
/// the compiler does not see; so this is looked up before anything is written.
final class OwnModules {
  private OwnModules() {}

  /// A module that is not there.
  record Missing(Sourced<String> module) {
    Message what(Path folder) {
      var place = module.place();
      return Message.of(
          "module `{0}` of `{1}` is not in `{2}`", module, place.file().path(), folder);
    }

    Message cure() {
      return Message.of("put it there; files that homelabc did not write are left alone");
    }
  }

  /// Each once, however many VMs import it.
  static List<Missing> missing(Lab lab, OutputTree tree, Path folder) {
    return missing(lab, paths(tree), folder);
  }

  /// The same for a tree with these files.
  static List<Missing> missing(Lab lab, Set<String> ours, Path folder) {
    return foreign(lab, ours)
        .filter(it -> !Files.isRegularFile(folder.resolve(it.value())))
        .map(Missing::new)
        .toList();
  }

  /// Their paths below the output folder.
  static List<String> of(Lab lab, OutputTree tree) {
    return foreign(lab, paths(tree)).map(Sourced::value).distinct().toList();
  }

  private static Set<String> paths(OutputTree tree) {
    return tree.files().keySet().stream().map(RelPath::text).collect(Collectors.toSet());
  }

  private static Stream<Sourced<String>> foreign(Lab lab, Set<String> ours) {
    return Stream.concat(
            lab.hosts().stream().map(Host::modules), lab.microVms().stream().map(MicroVm::modules))
        .flatMap(List::stream)
        .distinct()
        .filter(it -> !ours.contains(it.value()));
  }
}
