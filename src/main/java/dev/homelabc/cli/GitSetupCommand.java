package dev.homelabc.cli;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.output.SharedFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "git-setup",
    mixinStandardHelpOptions = true,
    description = {
      "Tells git what is generated: merges leave that alone and a build then makes it anew, and"
          + " reviews fold it.",
      "Writes lines of its own into `.gitattributes` beside the lab, the settings of this clone"
          + " and two hooks. A hook of yours stays as it is."
    })
final class GitSetupCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "DIR",
      description = "Folder of the lab, whose output is in `out`; the current folder.")
  private Path folder = Path.of(".");

  @Option(
      names = "--program",
      paramLabel = "PROGRAM",
      defaultValue = "homelabc",
      description = "How the hooks call homelabc; ${DEFAULT-VALUE}, found on the PATH.")
  private String program = "homelabc";

  GitSetupCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var lab = LabFiles.folder(folder);
    var git = new Git(lab, "git");
    try {
      var root = git.root();
      if (root.isEmpty()) {
        return refuse(
            Message.of("`{0}` is in no Git repository", folder),
            Message.of("make one with `git init`"));
      }
      var setup = new GitSetup(git, root.get().prefix(), program);
      var attributes = lab.resolve(".gitattributes");
      if (SharedFiles.putBlock(attributes, GitSetup.BEGIN, GitSetup.attributes(), GitSetup.END)) {
        say(Message.of("wrote {0}", attributes.normalize()));
      }
      setup.configure();
      for (var hook : setup.hooks()) {
        if (SharedFiles.isForeign(hook.file(), GitSetup.MARK)) {
          say(Message.of("`{0}` is yours; for merges, add to it:", hook.file()));
          terminal.out().print(hook.lines().indent(2));
        } else if (SharedFiles.putScript(hook.file(), hook.text())) {
          say(Message.of("wrote {0}", hook.file()));
        }
      }
      say(Message.of("Git knows what is generated; say the same in every clone"));
      return Exit.FINE;
    } catch (Git.Absent _) {
      return refuse(Message.of("the program `{0}` is not there", "git"), Message.of("install Git"));
    }
  }

  private int refuse(Message what, Message cure) {
    terminal.err().println(terminal.text(Severity.ERROR.word()) + ": " + terminal.text(what));
    terminal.help(cure);
    return Exit.FINDINGS;
  }

  private void say(Message message) {
    terminal.out().println(terminal.text(message));
  }
}
