package dev.homelabc.cli;

import dev.homelabc.cluster.Pace;
import dev.homelabc.cluster.Prompt;
import dev.homelabc.cluster.Sha512Crypt;
import java.util.Map;

/// What a command that talks to a cluster takes from the machine, apart from files. It is taken
/// when the command runs: the command is also made to be described.
record Outside(Map<String, String> environment, Prompt prompt, Pace pace, Sha512Crypt crypt) {
  static Outside real() {
    return new Outside(System.getenv(), ConsolePrompt.ofProcess(), Pace.REAL, Sha512Crypt.random());
  }
}
