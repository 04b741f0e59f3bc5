package dev.homelabc.cli;

import java.nio.file.Path;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/// Options and parameters of the commands that run at every save and every commit. Other commands
/// say theirs in annotations, whose reading takes a fifth of the time of a small `check`.
final class Arguments {
  private Arguments() {}

  /// A command without any argument of its own.
  ///
  /// @param command what to call
  static CommandSpec command(String name, Object command, String... description) {
    var spec = CommandSpec.wrapWithoutInspection(command).name(name);
    spec.usageMessage().description(description);
    return spec.addOption(
            OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description("Show this help message and exit.")
                .build())
        .addOption(
            OptionSpec.builder("-V", "--version")
                .versionHelp(true)
                .description("Print version information and exit.")
                .build());
  }

  /// An option without a value.
  static OptionSpec flag(String name, String... description) {
    return OptionSpec.builder(name)
        .type(boolean.class)
        .initialValue(false)
        .description(description)
        .build();
  }

  static boolean isGiven(OptionSpec flag) {
    return flag.<Boolean>getValue();
  }

  /// The lab to work on.
  static PositionalParamSpec lab() {
    return PositionalParamSpec.builder()
        .index("0")
        .arity("0..1")
        .type(Path.class)
        .defaultValue(".")
        .paramLabel("PATH")
        .description("Folder with *.lab files, or one file; the current folder.")
        .build();
  }

  static Path path(ArgSpec argument) {
    return argument.getValue();
  }
}
