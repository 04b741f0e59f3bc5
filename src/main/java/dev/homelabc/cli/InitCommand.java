package dev.homelabc.cli;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.output.NewFiles;
import dev.homelabc.starter.Starter;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "init",
    mixinStandardHelpOptions = true,
    description = {
      "Begins a lab: writes a small one with comments, and files for git, pre-commit, GitHub and"
          + " GitLab.",
      "Where one of the files is there already, nothing is written."
    })
final class InitCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "DIR",
      description = "Folder to begin in, made where there is none; the current folder.")
  private Path folder = Path.of(".");

  InitCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var files = Starter.files();
    var inTheWay = NewFiles.write(folder, files);
    if (!inTheWay.isEmpty()) {
      refuse(inTheWay);
      return Exit.FINDINGS;
    }
    files.files().keySet().forEach(it -> terminal.out().println(at(it.text())));
    var build = folder.normalize().toString().isEmpty() ? "" : " " + folder;
    terminal.out().println();
    say(Message.of("Next:"));
    say(
        Message.of(
            "1. Write your machine's addresses and your SSH key into `{0}`.", at(Starter.LAB)));
    say(Message.of("2. Run `homelabc build{0}`, and read what is in `{1}`.", build, at("out")));
    say(
        Message.of(
            "3. Keep it all in git, `{0}` too: a flake holds only what git knows.", at("out")));
    return Exit.FINE;
  }

  private void refuse(List<Path> inTheWay) {
    var err = terminal.err();
    for (var path : inTheWay) {
      err.println(
          terminal.text(Severity.ERROR.word())
              + ": "
              + terminal.text(Message.of("`{0}` is there already", path.normalize())));
    }
    terminal.help(Message.of("move it away, or begin in another folder: `homelabc init DIR`"));
    err.println(terminal.text(Message.of("nothing was written")));
  }

  private Path at(String path) {
    return folder.resolve(path).normalize();
  }

  private void say(Message message) {
    terminal.out().println(terminal.text(message));
  }
}
