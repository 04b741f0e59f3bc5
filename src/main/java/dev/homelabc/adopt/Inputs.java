package dev.homelabc.adopt;

import dev.homelabc.source.SourceFile;
import java.util.List;
import java.util.Optional;

/// The files of v-auto, and what its command line said beside them.
///
/// @param config `config.yaml`: the networks of a project
/// @param specs `spec.yaml`: a group of VMs each, in the order that they were deployed in
/// @param project the name that was asked for
/// @param folder the name of the folder that holds the config, whatever it is
public record Inputs(
    SourceFile config, List<SourceFile> specs, Optional<String> project, String folder) {
  public Inputs {
    specs = List.copyOf(specs);
  }
}
