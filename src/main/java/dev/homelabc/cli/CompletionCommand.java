package dev.homelabc.cli;

import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "completion",
    mixinStandardHelpOptions = true,
    description = {
      "Prints the script by which a shell completes the command line.",
      "For bash: source <(homelabc completion bash). For zsh, a file _homelabc in a folder of"
          + " fpath; for fish, ~/.config/fish/completions/homelabc.fish."
    })
final class CompletionCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final Supplier<CommandLine> all;

  @Parameters(
      index = "0",
      paramLabel = "SHELL",
      completionCandidates = Shells.class,
      converter = Shells.class,
      description = "One of ${COMPLETION-CANDIDATES}.")
  private Shell shell = Shell.BASH;

  /// @param all the command line with all commands
  CompletionCommand(Terminal terminal, Supplier<CommandLine> all) {
    this.terminal = terminal;
    this.all = all;
  }

  @Override
  public Integer call() {
    terminal.out().print(shell.script(CommandTree.of(all.get())));
    return Exit.FINE;
  }

  /// The shells by name.
  static final class Shells extends FormatNames<Shell> {
    Shells() {
      super(Shell.class);
    }
  }
}
