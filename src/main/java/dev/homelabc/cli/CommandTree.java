package dev.homelabc.cli;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import picocli.CommandLine;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// The commands as completions and man pages tell of them.
///
/// @param path the words that call the command: `homelabc`, `lock`, `prune`
record CommandTree(List<String> path, CommandLine line) {
  CommandTree {
    path = List.copyOf(path);
  }

  static CommandTree of(CommandLine root) {
    return new CommandTree(List.of(root.getCommandName()), root);
  }

  String name() {
    return path.getLast();
  }

  /// What the command is for, in one sentence.
  String summary() {
    return Stream.of(line.getCommandSpec().usageMessage().description()).findFirst().orElse("");
  }

  List<CommandTree> children() {
    return line.getSubcommands().values().stream()
        .filter(it -> !it.getCommandSpec().usageMessage().hidden())
        .map(it -> {
          var below = new ArrayList<>(path);
          below.add(it.getCommandName());
          return new CommandTree(below, it);
        })
        .toList();
  }

  /// The command and all below it.
  Stream<CommandTree> all() {
    return Stream.concat(Stream.of(this), children().stream().flatMap(CommandTree::all));
  }

  List<OptionSpec> options() {
    return line.getCommandSpec().options().stream().filter(it -> !it.hidden()).toList();
  }

  List<PositionalParamSpec> parameters() {
    return line.getCommandSpec().positionalParameters();
  }

  /// What an option or a parameter is for, in one paragraph.
  static String about(ArgSpec argument) {
    return String.join(" ", argument.description())
        .replace("${COMPLETION-CANDIDATES}", String.join(", ", values(argument)))
        .replace("${DEFAULT-VALUE}", String.valueOf(argument.defaultValue()));
  }

  /// The words that an argument can be, if they are known.
  static List<String> values(ArgSpec argument) {
    var candidates = argument.completionCandidates();
    return candidates == null
        ? List.of()
        : StreamSupport.stream(candidates.spliterator(), false).toList();
  }

  static boolean takesValue(OptionSpec option) {
    return option.arity().max() > 0;
  }

  /// Whether an argument is a file or a folder.
  static boolean isPath(ArgSpec argument) {
    return argument.auxiliaryTypes()[0].equals(Path.class);
  }
}
