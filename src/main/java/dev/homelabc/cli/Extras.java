package dev.homelabc.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/// What a distribution holds beside the program: manual pages and completions, made of the commands
/// themselves.
public final class Extras {
  private Extras() {}

  /// Writes them below a folder, each where it lies below `/usr/share`.
  ///
  /// @param args the folder
  public static void main(String[] args) throws IOException {
    write(Path.of(args[0]));
  }

  static void write(Path share) throws IOException {
    var root = CommandTree.of(Main.all());
    for (var command : root.all().toList()) {
      put(share.resolve("man/man1/" + ManPage.name(command) + ".1"), ManPage.of(command, root));
    }
    put(share.resolve("bash-completion/completions/homelabc"), Shell.BASH.script(root));
    put(share.resolve("zsh/vendor-completions/_homelabc"), Shell.ZSH.script(root));
    put(share.resolve("fish/vendor_completions.d/homelabc.fish"), Shell.FISH.script(root));
  }

  private static void put(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling(""));
    Files.writeString(file, text);
  }
}
