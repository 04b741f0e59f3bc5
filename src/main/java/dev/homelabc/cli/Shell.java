package dev.homelabc.cli;

import java.util.List;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/// A shell that can complete our command line, by a script that it reads.
enum Shell {
  /// Read by bash-completion, or with `source <(homelabc completion bash)`.
  BASH {
    @Override
    String script(CommandTree root) {
      return AutoComplete.bash(root.name(), root.line()).replace("\r\n", "\n");
    }
  },

  /// A file `_homelabc` in a folder of `fpath`.
  ZSH {
    @Override
    String script(CommandTree root) {
      return "#compdef "
          + root.name()
          + "\n"
          + root.all().map(Shell::zshFunction).collect(Collectors.joining())
          + "\n"
          + zshName(root)
          + " \"$@\"\n";
    }
  },

  /// A file `homelabc.fish` in a folder of `fish_complete_path`.
  FISH {
    @Override
    String script(CommandTree root) {
      return root.all().map(it -> fishLines(it, root)).collect(Collectors.joining());
    }
  };

  abstract String script(CommandTree root);

  private static String zshName(CommandTree command) {
    return "_" + String.join("_", command.path()).replace('-', '_');
  }

  private static String zshFunction(CommandTree command) {
    var text = new StringBuilder("\n" + zshName(command) + "() {\n");
    boolean hasChildren = !command.children().isEmpty();
    if (hasChildren) {
      text.append("  local -a commands line\n  local state\n  commands=(\n");
      for (var child : command.children()) {
        text.append("    ").append(quoted(child.name() + ":" + child.summary())).append('\n');
      }
      text.append("  )\n");
    }
    text.append("  _arguments -s").append(hasChildren ? " -C" : "");
    for (var option : command.options()) {
      text.append(" \\\n    ").append(zshOption(option));
    }
    if (hasChildren) {
      text.append(" \\\n    '1:command:->command' \\\n    '*::argument:->argument'\n");
      text.append("  case $state in\n    command) _describe command commands ;;\n");
      text.append("    argument)\n      case $line[1] in\n");
      for (var child : command.children()) {
        text.append("        %s) %s ;;\n".formatted(child.name(), zshName(child)));
      }
      text.append("      esac\n      ;;\n  esac\n");
    } else {
      for (var parameter : command.parameters()) {
        var place = parameter.arity().max() > 1 ? "*" : "";
        text.append(" \\\n    ")
            .append(quoted(place + ":" + parameter.paramLabel() + zshValues(parameter)));
      }
      text.append('\n');
    }
    return text.append("}\n").toString();
  }

  private static String zshOption(OptionSpec option) {
    var names = List.of(option.names());
    var about = CommandTree.about(option).replace("\\", "\\\\").replace("[", "\\[");
    var told = "[" + about.replace("]", "\\]").replace(":", "\\:") + "]";
    var value = CommandTree.takesValue(option) ? ":" + option.paramLabel() + zshValues(option) : "";
    return names.size() == 1
        ? quoted(names.getFirst() + told + value)
        : quoted("(" + String.join(" ", names) + ")")
            + "{"
            + String.join(",", names)
            + "}"
            + quoted(told + value);
  }

  private static String zshValues(ArgSpec argument) {
    var values = CommandTree.values(argument);
    if (!values.isEmpty()) {
      return ":(" + String.join(" ", values) + ")";
    }
    return CommandTree.isPath(argument) ? ":_files" : ":";
  }

  private static String fishLines(CommandTree command, CommandTree root) {
    var text = new StringBuilder();
    var start = "complete -c " + root.name();
    if (command.equals(root)) {
      text.append(start).append(" -f\n");
    }
    var here = " -n " + quoted(fishCondition(command));
    for (var child : command.children()) {
      text.append(start)
          .append(here)
          .append(" -a " + child.name())
          .append(" -d " + fishQuoted(child.summary()))
          .append('\n');
    }
    for (var option : command.options()) {
      text.append(start).append(here);
      for (var name : option.names()) {
        text.append(name.startsWith("--") ? " -l " + name.substring(2) : " -s " + name.charAt(1));
      }
      text.append(CommandTree.takesValue(option) ? " -r" + fishValues(option) : "");
      text.append(" -d ").append(fishQuoted(CommandTree.about(option))).append('\n');
    }
    for (var parameter : command.parameters()) {
      text.append(start).append(here).append(fishValues(parameter)).append('\n');
    }
    return text.toString();
  }

  /// Holds where the next word belongs to the command: behind its name, before one below it.
  private static String fishCondition(CommandTree command) {
    var words = command.path().subList(1, command.path().size());
    var seen =
        words.stream()
            .map("__fish_seen_subcommand_from "::concat)
            .collect(Collectors.joining("; and "));
    if (command.children().isEmpty()) {
      return seen;
    }
    if (words.isEmpty()) {
      return "__fish_use_subcommand";
    }
    var below = command.children().stream().map(CommandTree::name).collect(Collectors.joining(" "));
    return seen + "; and not __fish_seen_subcommand_from " + below;
  }

  private static String fishValues(ArgSpec argument) {
    var values = CommandTree.values(argument);
    if (!values.isEmpty()) {
      return " -f -a " + fishQuoted(String.join(" ", values));
    }
    return CommandTree.isPath(argument) ? " -F" : " -f";
  }

  /// For sh and zsh.
  private static String quoted(String text) {
    return "'" + text.replace("'", "'\\''") + "'";
  }

  private static String fishQuoted(String text) {
    return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
  }
}
