package dev.homelabc.cli;

import dev.homelabc.allocate.Lock;
import dev.homelabc.allocate.LockFile;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.emit.Target;
import dev.homelabc.output.CompareResult;
import dev.homelabc.output.OutputDirectory;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import dev.homelabc.output.WriteReport;
import dev.homelabc.output.WriteResult;
import dev.homelabc.source.SourceSet;
import dev.homelabc.value.Name;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "build",
    mixinStandardHelpOptions = true,
    description = {
      "Compiles a lab and writes what changed.",
      "Nothing is written while the lab has errors, and no file that homelabc did not write, or"
          + " that was edited since, is touched."
    })
final class BuildCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Spec private @Nullable CommandSpec spec;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "PATH",
      description = "Folder with *.lab files, or one file; the current folder.")
  private Path path = Path.of(".");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "DIR",
      description = "Folder to write to; `out` beside the lab.")
  private @Nullable Path output;

  @Option(
      names = "--target",
      split = ",",
      paramLabel = "TARGET",
      completionCandidates = Targets.class,
      converter = Targets.class,
      description =
          "Write these targets only: ${COMPLETION-CANDIDATES}. Files of the others stay as they"
              + " are.")
  private List<Target> targets = Target.ALL;

  @Option(
      names = "--check",
      description =
          "Write nothing; show which files, `homelab.lock` among them, are not what the lab makes"
              + " of them and what would change, and exit with 1 if there are any.")
  private boolean isCheck;

  @Option(
      names = "--diff",
      description = "Show first what changes in the files that are there, as a unified diff.")
  private boolean isDiff;

  @Option(
      names = "--force",
      description =
          "Overwrite or remove generated files that were edited since; what they held is kept"
              + " beside them as FILE.orig.")
  private boolean isForced;

  @Option(
      names = "--locked",
      description = "Fail where `homelab.lock` would have to change; for CI.")
  private boolean isLocked;

  @Option(names = "--strict", description = "Write nothing where there are warnings, either.")
  private boolean isStrict;

  @Option(
      names = "--pruned",
      description =
          "Forget what removed VMs left on their hosts: it was cleaned up, and `PRUNE.md` goes.")
  private boolean isPruned;

  BuildCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  /// The targets by name.
  static final class Targets implements ITypeConverter<Target>, Iterable<String> {
    @Override
    public Target convert(String name) {
      return Target.named(name)
          .orElseThrow(() ->
              new TypeConversionException(
                  "there is no target `" + name + "`; the targets are " + String.join(", ", this)));
    }

    @Override
    public Iterator<String> iterator() {
      return Target.ALL.stream().map(Target::name).iterator();
    }
  }

  @Override
  public Integer call() {
    if (isPruned && targets.stream().noneMatch(target -> target.name().equals("just"))) {
      throw new ParameterException(
          Objects.requireNonNull(spec).commandLine(), "`--pruned` is for the target `just`");
    }
    try (var progress = Progress.of(terminal, "compiling")) {
      var read = LabFiles.read(path).after(former());
      var sources = isLocked || isCheck ? read.locked() : read;
      var compilation = Compiler.compile(sources, targets);
      var found = compilation.report().strict(isStrict);
      terminal.report(terminal.err(), found);
      if (found.fails() || compilation.lab().isEmpty() || compilation.tree().isEmpty()) {
        terminal.err().println(terminal.text(Message.of("nothing was written")));
        return Exit.FINDINGS;
      }
      var lab = compilation.lab().get().name().value();
      var tree = compilation.tree().get();
      var missing = OwnModules.missing(compilation.lab().get(), tree, folder());
      if (!missing.isEmpty()) {
        missing.forEach(it -> refusal(it.what(folder()), it.cure()));
        terminal.err().println(terminal.text(Message.of("nothing was written")));
        return Exit.FINDINGS;
      }
      if (isCheck) {
        return compare(lab, tree);
      }
      progress.now("writing");
      int code = write(lab, tree, () -> progress.now("waiting for another build"));
      if (code == Exit.FINE && LockOnDisk.write(path, sources, compilation.lock())) {
        terminal.out().println(terminal.text(changes(sources, compilation.lock())));
      }
      return code;
    }
  }

  /// What became of the lock.
  private Message changes(SourceSet sources, Lock now) {
    var before = LockFile.read(sources.lock()).lock();
    return Message.of(
        "{0} assigned, {1} freed in {2}",
        now.live().stream().filter(it -> !before.all().contains(it)).count(),
        now.freed().stream().filter(it -> !before.all().contains(it)).count(),
        LabFiles.lock(path).normalize());
  }

  private int write(Name lab, OutputTree tree, Runnable waiting) {
    var folder = folder();
    var directory = new OutputDirectory(folder).onWait(waiting);
    if (isForced) {
      directory.forced();
    }
    if (isDiff
        && new OutputDirectory(folder).compare(lab, tree, this::isMine)
            instanceof CompareResult.Compared(var differences)) {
      new StaleTree(terminal, folder).show(differences);
    }
    return switch (directory.write(lab, tree, this::isMine)) {
      case WriteResult.Written(var report) -> {
        summary(folder, report);
        yield Exit.FINE;
      }
      case WriteResult.Taken taken -> {
        refusal(folder, lab, taken);
        terminal.err().println(terminal.text(Message.of("nothing was written")));
        yield Exit.FINDINGS;
      }
      case WriteResult.Refused(var conflicts) -> {
        conflicts.forEach(
            it -> refusal(it.obstacle().what(folder.resolve(it.path())), it.obstacle().cure()));
        terminal.err().println(terminal.text(Message.of("nothing was written")));
        yield Exit.FINDINGS;
      }
    };
  }

  private int compare(Name lab, OutputTree tree) {
    var folder = folder();
    return switch (new OutputDirectory(folder).compare(lab, tree, this::isMine)) {
      case CompareResult.Compared(var differences) when differences.isEmpty() -> {
        terminal.out().println(terminal.text(Message.of("`{0}` is up to date", folder)));
        yield Exit.FINE;
      }
      case CompareResult.Compared(var differences) -> {
        new StaleTree(terminal, folder).report(differences, command());
        yield Exit.FINDINGS;
      }
      case WriteResult.Taken taken -> {
        refusal(folder, lab, taken);
        yield Exit.FINDINGS;
      }
    };
  }

  /// What the last build noted of VMs that may be gone by now.
  private String former() {
    return isPruned ? "" : LabFiles.former(folder());
  }

  private Path folder() {
    return output == null ? LabFiles.folder(path).resolve("out").normalize() : output;
  }

  private boolean isMine(RelPath file) {
    return targets.stream().anyMatch(target -> target.owns(file));
  }

  /// What to type to have written what was only compared.
  private String command() {
    var words = new StringJoiner(" ").add("homelabc build");
    if (!path.equals(Path.of("."))) {
      words.add(path.toString());
    }
    if (output != null) {
      words.add("-o").add(output.toString());
    }
    return words.toString();
  }

  private void summary(Path folder, WriteReport report) {
    var out = terminal.out();
    if (!report.written().isEmpty() || !report.removed().isEmpty()) {
      out.println(folder);
      out.print(TreeListing.of(report, terminal.language().get()));
    }
    out.println(
        terminal.text(
            Message.of(
                "{0} written, {1} unchanged, {2} removed in {3}",
                report.written().size(),
                report.unchanged().size(),
                report.removed().size(),
                folder)));
    report
        .saved()
        .forEach(
            it -> out.println(terminal.text(Message.of("kept: {0}", folder.resolve(it.text())))));
  }

  private void refusal(Path folder, Name lab, WriteResult.Taken taken) {
    refusal(
        Message.of(
            "`{0}` holds the output of the lab `{1}`, not of `{2}`", folder, taken.lab(), lab),
        Message.of("give this lab a folder of its own with `-o DIR`"),
        Message.of("if it was renamed, write its new name into `{0}`", taken.manifest()));
  }

  private void refusal(Message what, Message... cures) {
    var err = terminal.err();
    err.println(terminal.text(Severity.ERROR.word()) + ": " + terminal.text(what));
    List.of(cures).forEach(terminal::help);
  }
}
