package dev.homelabc.cli;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.emit.Target;
import dev.homelabc.output.OutputDirectory;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.WriteReport;
import dev.homelabc.output.WriteResult;
import dev.homelabc.value.Name;
import java.nio.file.Path;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
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
    try (var progress = Progress.of(terminal, "compiling")) {
      var compilation = Compiler.compile(LabFiles.read(path), targets);
      terminal.findings(terminal.err(), compilation.diagnostics());
      if (compilation.lab().isEmpty() || compilation.tree().isEmpty()) {
        terminal.err().println(terminal.text(Message.of("nothing was written")));
        return Exit.FINDINGS;
      }
      progress.now("writing");
      return write(compilation.lab().get().name().value(), compilation.tree().get());
    }
  }

  private int write(Name lab, OutputTree tree) {
    var folder = output == null ? LabFiles.folder(path).resolve("out").normalize() : output;
    var result =
        new OutputDirectory(folder)
            .write(lab, tree, file -> targets.stream().anyMatch(target -> target.owns(file)));
    return switch (result) {
      case WriteResult.Written(var report) -> {
        summary(folder, report);
        yield Exit.FINE;
      }
      case WriteResult.Taken(var manifest, var owner) -> {
        refusal(
            Message.of("`{0}` holds the output of the lab `{1}`, not of `{2}`", folder, owner, lab),
            Message.of("give this lab a folder of its own with `-o DIR`"),
            Message.of("if it was renamed, write its new name into `{0}`", manifest));
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
  }

  private void refusal(Message what, Message... cures) {
    var err = terminal.err();
    err.println(terminal.text(Severity.ERROR.word()) + ": " + terminal.text(what));
    for (var cure : cures) {
      err.println("  = " + terminal.text(Message.of("help")) + ": " + terminal.text(cure));
    }
  }
}
