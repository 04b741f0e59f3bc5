package dev.homelabc.cli;

import dev.homelabc.adopt.Inputs;
import dev.homelabc.adopt.VAuto;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.output.NewFiles;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import dev.homelabc.value.Name;
import dev.homelabc.value.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
    name = "adopt",
    mixinStandardHelpOptions = true,
    synopsisSubcommandLabel = "COMMAND",
    description = "Makes a lab of the files of another program.")
final class AdoptCommand implements Runnable {
  @Spec private @Nullable CommandSpec spec;

  @Override
  public void run() {
    if (spec != null) {
      throw new ParameterException(
          spec.commandLine(), "which command of `adopt`? There is `v-auto`");
    }
  }

  @Command(
      name = "v-auto",
      mixinStandardHelpOptions = true,
      description = {
        "Makes a lab of what v-auto deploys from, and prints it.",
        "What is left out, or other than v-auto has it, is reported at its place in the files; with"
            + " an error in them nothing is made."
      })
  static final class FromVAuto implements Callable<Integer> {
    private final Terminal terminal;

    @Spec private @Nullable CommandSpec spec;

    @Parameters(
        index = "0",
        paramLabel = "CONFIG",
        description = "The config.yaml of the project, with its networks.")
    private Path config = Path.of("config.yaml");

    @Parameters(
        index = "1..*",
        arity = "1..*",
        paramLabel = "SPEC",
        description =
            "Each spec.yaml of the project, in the order in which their VMs get addresses.")
    private List<Path> specs = List.of();

    @Option(
        names = {"-o", "--output"},
        paramLabel = "FILE",
        description = "Write the lab to a file that is not there yet.")
    private @Nullable Path output;

    @Option(
        names = "--project",
        paramLabel = "NAME",
        description = "Name of the project; by default the config's, else that of its folder.")
    private @Nullable String project;

    FromVAuto(Terminal terminal) {
      this.terminal = terminal;
    }

    @Override
    public Integer call() {
      if (project != null
          && Name.read(project) instanceof Reading.Bad<Name>(_, var message, _, _)) {
        throw wrong("--project: " + message);
      }
      var target = output == null ? Optional.<Target>empty() : Optional.of(target(output));
      var adoption =
          VAuto.adopt(
              new Inputs(
                  LabFiles.source(config),
                  specs.stream().map(LabFiles::source).toList(),
                  Optional.ofNullable(project),
                  folder()));
      terminal.report(terminal.err(), adoption.report());
      if (adoption.lab().isEmpty()) {
        terminal.err().println(terminal.text(Message.of("nothing was written")));
        return Exit.FINDINGS;
      }
      if (target.isPresent()) {
        return write(target.get(), adoption.lab().get());
      }
      terminal.out().print(adoption.lab().get());
      return Exit.FINE;
    }

    /// A file that is to be made, in its folder.
    private record Target(Path file, Path folder, RelPath name) {}

    private Target target(Path file) {
      var whole = file.toAbsolutePath().normalize();
      var folder = whole.getParent();
      var name = whole.getFileName();
      if (folder == null || name == null) {
        throw wrong("-o: `%s` is a folder".formatted(file));
      }
      try {
        return new Target(file.normalize(), folder, RelPath.of(name.toString()));
      } catch (IllegalArgumentException e) {
        throw wrong("-o: " + e.getMessage());
      }
    }

    private int write(Target target, String lab) {
      var tree = new OutputTree.Draft().add(target.name, "v-auto", lab).tree();
      if (NewFiles.write(target.folder, tree).isEmpty()) {
        terminal.out().println(target.file);
        return Exit.FINE;
      }
      terminal
          .err()
          .println(
              terminal.text(Severity.ERROR.word())
                  + ": "
                  + terminal.text(Message.of("`{0}` is there already", target.file)));
      terminal.help(Message.of("move it away, or name another file"));
      terminal.err().println(terminal.text(Message.of("nothing was written")));
      return Exit.FINDINGS;
    }

    private String folder() {
      var parent = config.toAbsolutePath().normalize().getParent();
      var name = parent == null ? null : parent.getFileName();
      return name == null ? "" : name.toString();
    }

    private ParameterException wrong(String message) {
      return new ParameterException(Objects.requireNonNull(spec).commandLine(), message);
    }
  }
}
