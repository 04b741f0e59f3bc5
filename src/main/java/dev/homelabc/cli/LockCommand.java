package dev.homelabc.cli;

import dev.homelabc.allocate.LockFile;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "lock",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = {
      "Works on `homelab.lock`, where `build` keeps what it assigned for `auto`.",
      "An address that a VM no longer has rests there, and no other VM gets it until it is pruned."
    })
final class LockCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(spec.commandLine(), "which command of `lock`? There is `prune`");
    }
  }

  @Command(
      name = "prune",
      mixinStandardHelpOptions = true,
      description =
          "Takes out of `homelab.lock` what no VM has any more, so that others may get it.")
  static final class Prune implements Callable<Integer> {
    private final Terminal terminal;

    @Parameters(
        index = "0",
        arity = "0..1",
        defaultValue = ".",
        paramLabel = "PATH",
        description = "Folder with *.lab files, or one file; the current folder.")
    private Path path = Path.of(".");

    @Option(names = "--dry-run", description = "Say what would be taken out, and write nothing.")
    private boolean isDryRun;

    Prune(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      var sources = LabFiles.read(path);
      var compilation = Compiler.compile(sources, List.of());
      var errors = compilation.diagnostics().stream().filter(Diagnostic::isError).toList();
      if (!errors.isEmpty()) {
        // A VM with a mistake in it may ask for nothing, and what it has would be taken for free.
        terminal.findings(terminal.err(), errors);
        terminal.err().println(terminal.text(Message.of("nothing was written")));
        return Exit.FINDINGS;
      }
      var before = LockFile.read(sources.lock()).lock();
      var kept = before.pruned(compilation.lock());
      var out = before.all().stream().filter(it -> !kept.all().contains(it)).toList();
      if (!isDryRun) {
        LockOnDisk.write(path, sources, kept);
      }
      out.forEach(terminal.out()::println);
      terminal.out().println(terminal.text(summary(out.size())));
      return Exit.FINE;
    }

    private Message summary(int count) {
      var lock = LabFiles.lock(path).normalize();
      if (count == 0) {
        return Message.of("nothing rests in {0}", lock);
      }
      if (isDryRun) {
        return count == 1
            ? Message.of("{0} entry would be taken out of {1}", count, lock)
            : Message.of("{0} entries would be taken out of {1}", count, lock);
      }
      return count == 1
          ? Message.of("{0} entry taken out of {1}", count, lock)
          : Message.of("{0} entries taken out of {1}", count, lock);
    }
  }
}
