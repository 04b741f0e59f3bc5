package dev.homelabc.cli;

import static dev.homelabc.cli.Arguments.flag;
import static dev.homelabc.cli.Arguments.isGiven;

import dev.homelabc.allocate.Lock;
import dev.homelabc.allocate.LockFile;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.emit.Emitter;
import dev.homelabc.emit.Target;
import dev.homelabc.emit.just.JustFiles;
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
import java.util.Optional;
import java.util.Set;
import java.util.StringJoiner;
import java.util.concurrent.Callable;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

final class BuildCommand implements Callable<Integer> {
  private final Terminal terminal;
  private final BuildMemory memory;

  private final PositionalParamSpec path = Arguments.lab();

  private final OptionSpec output =
      OptionSpec.builder("-o", "--output")
          .type(Path.class)
          .paramLabel("DIR")
          .description("Folder to write to; `out` beside the lab.")
          .build();

  private final OptionSpec target =
      OptionSpec.builder("--target")
          .type(List.class)
          .auxiliaryTypes(Target.class)
          .splitRegex(",")
          .paramLabel("TARGET")
          .completionCandidates(new Targets())
          .converters(new Targets())
          .description(
              "Write these targets only: ${COMPLETION-CANDIDATES}. Files of the others stay as"
                  + " they are.")
          .build();

  private final OptionSpec check =
      flag(
          "--check",
          "Write nothing; show which files, `homelab.lock` among them, are not what the lab makes"
              + " of them and what would change, and exit with 1 if there are any.");

  private final OptionSpec diff =
      flag("--diff", "Show first what changes in the files that are there, as a unified diff.");

  private final OptionSpec force =
      flag(
          "--force",
          "Overwrite or remove generated files that were edited since; what they held is kept"
              + " beside them as FILE.orig.");

  private final OptionSpec verify =
      flag(
          "--verify",
          "Then ask the installed programs that read the files (ansible, just, kubectl, nix,"
              + " shellcheck), and show their complaints at the lines of the lab; exit with 1 if"
              + " there are any, or none of them is installed.");

  private final OptionSpec locked =
      flag("--locked", "Fail where `homelab.lock` would have to change; for CI.");

  private final OptionSpec strict =
      flag("--strict", "Write nothing where there are warnings, either.");

  private final OptionSpec pruned =
      flag(
          "--pruned",
          "Forget what removed VMs left on their hosts: it was cleaned up, and `PRUNE.md` goes.");

  private final CommandSpec spec =
      Arguments.command(
              "build",
              this,
              "Compiles a lab and writes what changed.",
              "Nothing is written while the lab has errors, and no file that homelabc did not"
                  + " write, or that was edited since, is touched.")
          .addOption(output)
          .addOption(target)
          .addOption(check)
          .addOption(diff)
          .addOption(force)
          .addOption(verify)
          .addOption(locked)
          .addOption(strict)
          .addOption(pruned)
          .addPositional(path);

  private BuildCommand(Terminal terminal, BuildMemory memory) {
    this.terminal = terminal;
    this.memory = memory;
  }

  static CommandSpec spec(Terminal terminal) {
    return spec(terminal, BuildMemory.of(System.getenv()));
  }

  static CommandSpec spec(Terminal terminal, BuildMemory memory) {
    return new BuildCommand(terminal, memory).spec;
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
    if (isGiven(pruned) && targets().stream().noneMatch(target -> target.name().equals("just"))) {
      throw new ParameterException(spec.commandLine(), "`--pruned` is for the target `just`");
    }
    try (var progress = Progress.of(terminal, "compiling")) {
      var read = LabFiles.read(path()).after(former());
      var inputs = new Inputs(isGiven(locked) || isGiven(check) ? read.locked() : read);
      var sources = inputs.sources();
      var compilation = Compiler.compile(sources, List.of());
      var found = compilation.report().strict(isGiven(strict));
      terminal.report(terminal.err(), found);
      if (found.fails() || compilation.lab().isEmpty()) {
        return nothingWritten();
      }
      var lab = compilation.lab().get();
      var lock = compilation.lock();
      var unchanged =
          isWhole() && !isGiven(verify) && LockOnDisk.holds(sources, lock)
              ? memory.unchanged(folder(), inputs.digest(lock, sources.former()))
              : Optional.<Set<String>>empty();
      if (unchanged.isPresent() && OwnModules.missing(lab, unchanged.get(), folder()).isEmpty()) {
        summary(0, unchanged.get().size(), 0);
        return Exit.FINE;
      }
      var tree = Emitter.emit(lab, sources.former(), targets());
      var missing = OwnModules.missing(lab, tree, folder());
      if (!missing.isEmpty()) {
        missing.forEach(it -> refusal(it.what(folder()), it.cure()));
        return nothingWritten();
      }
      if (isGiven(check)) {
        return verified(compare(lab.name().value(), tree), tree);
      }
      progress.now("writing");
      var directory =
          new OutputDirectory(folder()).onWait(() -> progress.now("waiting for another build"));
      int code = write(lab.name().value(), tree, directory);
      if (code == Exit.FINE && LockOnDisk.write(path(), sources, lock)) {
        terminal.out().println(terminal.text(changes(sources, lock)));
      }
      if (isWhole()) {
        var after = inputs.digest(lock, JustFiles.list(tree));
        directory.mark().ifPresent(mark -> memory.keep(folder(), after, mark));
      }
      if (isGiven(verify)) {
        progress.now("verifying");
      }
      return verified(code, tree);
    }
  }

  /// The exit code so far, unless somebody has something against a tree that is up to date.
  private int verified(int code, OutputTree tree) {
    return code == Exit.FINE && isGiven(verify)
        ? new Verifier(terminal, folder(), tree)
            .verify(Optional.ofNullable(System.getenv("PATH")).orElse(""))
        : code;
  }

  /// Whether this build is about all files, and nobody asks whether to believe it.
  private boolean isWhole() {
    return target.getValue() == null && !isGiven(check);
  }

  private int nothingWritten() {
    terminal.err().println(terminal.text(Message.of("nothing was written")));
    return Exit.FINDINGS;
  }

  /// What became of the lock.
  private Message changes(SourceSet sources, Lock now) {
    var before = LockFile.read(sources.lock()).lock();
    return Message.of(
        "{0} assigned, {1} freed in {2}",
        now.live().stream().filter(it -> !before.all().contains(it)).count(),
        now.freed().stream().filter(it -> !before.all().contains(it)).count(),
        LabFiles.lock(path()).normalize());
  }

  private int write(Name lab, OutputTree tree, OutputDirectory directory) {
    var folder = folder();
    if (isGiven(force)) {
      directory.forced();
    }
    if (isGiven(diff)
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
        yield nothingWritten();
      }
      case WriteResult.Refused(var conflicts) -> {
        conflicts.forEach(
            it -> refusal(it.obstacle().what(folder.resolve(it.path())), it.obstacle().cure()));
        yield nothingWritten();
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
    return isGiven(pruned) ? "" : LabFiles.former(folder());
  }

  private Path folder() {
    Path folder = output.getValue();
    return folder == null ? LabFiles.folder(path()).resolve("out").normalize() : folder;
  }

  private Path path() {
    return Arguments.path(path);
  }

  private List<Target> targets() {
    List<Target> targets = target.getValue();
    return targets == null ? Target.ALL : targets;
  }

  private boolean isMine(RelPath file) {
    return targets().stream().anyMatch(target -> target.owns(file));
  }

  /// What to type to have written what was only compared.
  private String command() {
    var words = new StringJoiner(" ").add("homelabc build");
    if (!path().equals(Path.of("."))) {
      words.add(path().toString());
    }
    Path folder = output.getValue();
    if (folder != null) {
      words.add("-o").add(folder.toString());
    }
    return words.toString();
  }

  private void summary(Path folder, WriteReport report) {
    var out = terminal.out();
    if (!report.written().isEmpty() || !report.removed().isEmpty()) {
      out.println(folder);
      out.print(TreeListing.of(report, terminal.language().get()));
    }
    summary(report.written().size(), report.unchanged().size(), report.removed().size());
    report
        .saved()
        .forEach(
            it -> out.println(terminal.text(Message.of("kept: {0}", folder.resolve(it.text())))));
  }

  private void summary(int written, int unchanged, int removed) {
    var counts =
        Message.of(
            "{0} written, {1} unchanged, {2} removed in {3}",
            written, unchanged, removed, folder());
    terminal.out().println(terminal.text(counts));
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
