package dev.homelabc.cli;

import dev.homelabc.bundle.Bundle;
import dev.homelabc.compiler.Compilation;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.emit.Target;
import dev.homelabc.model.Lab;
import dev.homelabc.output.DiskFailure;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.Sha256;
import dev.homelabc.output.WholeFile;
import dev.homelabc.rule.hygiene.LiteralSecret;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "bundle",
    mixinStandardHelpOptions = true,
    description = {
      "Packs a lab with all that it comes to into one archive, for a place without a network.",
      "In it are the files that a build would write, the lab itself, a list of the images that have"
          + " to be brought besides, and a script that tells whether the archive is whole. The same"
          + " lab gives the same bytes.",
      "Nothing else is written, and nothing at all while the lab has errors, a secret in plain"
          + " sight, or a `homelab.lock` that a build would change."
    })
final class BundleCommand implements Callable<Integer> {
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
      required = true,
      paramLabel = "FILE",
      description = "Archive to write, such as lab.tar.gz. A bundle of the same lab is replaced.")
  private Path output = Path.of("");

  @Option(
      names = "--tree",
      paramLabel = "DIR",
      description =
          "Folder that the lab is built to, which holds modules of your own; `out` beside the"
              + " lab.")
  private @Nullable Path tree;

  @Option(names = "--force", description = "Replace a file that is no bundle of this lab, too.")
  private boolean isForced;

  @Option(names = "--strict", description = "Write nothing where there are warnings, either.")
  private boolean isStrict;

  BundleCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    try (var progress = Progress.of(terminal, "compiling")) {
      var read = LabFiles.read(path).after(LabFiles.former(folder())).locked();
      var sources = new PackedSources(path, read);
      var compilation = Compiler.compile(sources.lab(), Target.ALL);
      var found = compilation.report().strict(isStrict);
      terminal.report(terminal.err(), found);
      if (found.fails() || compilation.lab().isEmpty() || compilation.tree().isEmpty()) {
        return nothing();
      }
      var lab = compilation.lab().get();
      var files = compilation.tree().get();
      var refusals = new ArrayList<Refusal>();
      secret(compilation).ifPresent(refusals::add);
      OwnModules.missing(lab, files, folder()).stream()
          .map(it -> new Refusal(it.what(folder()), it.cure()))
          .forEach(refusals::add);
      sources
          .unfit()
          .map(it ->
              new Refusal(
                  Message.of("not every system can have a file of the name `{0}`", it),
                  Message.of("give it another name")))
          .ifPresent(refusals::add);
      inTheWay(lab).ifPresent(refusals::add);
      if (!refusals.isEmpty()) {
        refusals.forEach(this::refuse);
        return nothing();
      }
      progress.now("packing");
      return write(
          Bundle.of(
              lab,
              files,
              new Bundle.Sources(
                  sources.files(compilation.lock()), sources.entry(), modules(lab, files))));
    }
  }

  /// Why nothing is written, and what can be done about it.
  private record Refusal(Message what, Message cure) {}

  private int write(Bundle bundle) {
    var archive = bundle.archive();
    WholeFile.write(output, archive);
    terminal.out().println(Sha256.of(archive) + "  " + output);
    terminal
        .err()
        .println(
            terminal.text(
                Message.of(
                    "`{0}` holds {1} files; to be brought besides, as its `images.txt` says: {2}",
                    output, bundle.files().size(), bundle.needs())));
    return Exit.FINE;
  }

  /// A bundle goes through many hands, so what is a warning elsewhere is a reason here, unless the
  /// lab allows it.
  private static Optional<Refusal> secret(Compilation compilation) {
    return compilation.diagnostics().stream()
        .map(Diagnostic::code)
        .filter(LiteralSecret.CODE::equals)
        .findFirst()
        .map(_ ->
            new Refusal(
                Message.of("the lab holds a secret, and a bundle goes through many hands"),
                Message.of(
                    "take it out, or allow `{0}` there with a reason", LiteralSecret.CODE.name())));
  }

  /// What is where the archive is to be, unless it is a bundle of this lab.
  private Optional<Refusal> inTheWay(Lab lab) {
    if (!Files.exists(output, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(output, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(
          new Refusal(
              Message.of("`{0}` is there already, and is no file", output),
              Message.of("write the archive elsewhere")));
    }
    var its = Bundle.labOf(beginning());
    if (isForced || its.equals(Optional.of(lab.name().value().text()))) {
      return Optional.empty();
    }
    return Optional.of(
        new Refusal(
            its.map(it -> Message.of("`{0}` is a bundle of the lab `{1}`", output, it))
                .orElseGet(() -> Message.of("`{0}` is there already, and is no bundle", output)),
            Message.of("write the archive elsewhere, or replace the file with `--force`")));
  }

  private byte[] beginning() {
    try (var in = Files.newInputStream(output)) {
      return in.readNBytes(Bundle.BEGINNING);
    } catch (IOException e) {
      throw DiskFailure.of("read", output, e);
    }
  }

  /// The user's own modules, which a build needs and does not write.
  private SortedMap<String, byte[]> modules(Lab lab, OutputTree files) {
    var modules = new TreeMap<String, byte[]>();
    for (var module : OwnModules.of(lab, files)) {
      var file = folder().resolve(module);
      try {
        modules.put(module, Files.readAllBytes(file));
      } catch (IOException e) {
        throw DiskFailure.of("read", file, e);
      }
    }
    return modules;
  }

  private Path folder() {
    return tree == null ? LabFiles.folder(path).resolve("out").normalize() : tree;
  }

  private void refuse(Refusal refusal) {
    terminal
        .err()
        .println(terminal.text(Severity.ERROR.word()) + ": " + terminal.text(refusal.what));
    terminal.help(refusal.cure);
  }

  private int nothing() {
    terminal.err().println(terminal.text(Message.of("nothing was written")));
    return Exit.FINDINGS;
  }
}
