package dev.homelabc.cli;

import dev.homelabc.cluster.Prompt;
import java.io.Console;
import java.util.Optional;

/// The person at the terminal of this process.
///
/// @param console empty where standard input or output lead elsewhere
record ConsolePrompt(Optional<Console> console) implements Prompt {
  @SuppressWarnings("SystemConsoleNull")
  static ConsolePrompt ofProcess() {
    return new ConsolePrompt(Optional.ofNullable(System.console()).filter(Console::isTerminal));
  }

  @Override
  public boolean isAnswered() {
    return console.isPresent();
  }

  @Override
  public Optional<char[]> secret(String question) {
    return console.map(it -> it.readPassword("%s", question));
  }

  @Override
  public Optional<String> line(String question) {
    return console.map(it -> it.readLine("%s", question));
  }
}
