package dev.homelabc.cli;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Declaration;
import dev.homelabc.model.Suggestion;
import dev.homelabc.move.Mover;
import dev.homelabc.value.Name;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "show",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what a declaration comes to: profiles applied, replicas counted, defaults filled in.",
      "The result is text of the language again; findings of the lab go to standard error."
    })
final class ShowCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "NAME",
      description = "Name of a declaration of any kind; the name of replicas shows them all.")
  private String name = "";

  @Option(
      names = "--origins",
      description = "Say behind each line which file, line and profile it comes from.")
  private boolean hasOrigins;

  @Option(
      names = "--lab",
      paramLabel = "PATH",
      description = "Folder with *.lab files, or one file; the current folder.")
  private Path path = Path.of(".");

  @Option(
      names = "--on",
      paramLabel = "PLACE",
      description = {
        "Of a VM: say instead what becomes of it on another host or in another OpenShift project,"
            + " line by line; what has to be added; and what would be found then.",
        "Exits with 1 if those are errors. Writes nothing."
      })
  private @Nullable String place;

  ShowCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (place != null) {
      return move(place);
    }
    var compilation = Compiler.compile(LabFiles.read(path), List.of());
    terminal.report(terminal.err(), compilation.report());
    var shown =
        compilation.declarations().stream()
            .filter(it -> it.name().text().equals(name) || it.base().text().equals(name))
            .map(it -> hasOrigins ? it.textWithOrigins() : it.text())
            .toList();
    if (shown.isEmpty()) {
      unknown(compilation.declarations());
      return Exit.FINDINGS;
    }
    terminal.out().print(String.join("\n", shown));
    return compilation.hasErrors() ? Exit.FINDINGS : Exit.FINE;
  }

  private int move(String to) {
    return switch (Mover.ask(LabFiles.read(path), name, to)) {
      case Mover.Answer.Moved(var move) -> {
        terminal.out().print(move.text(terminal.language().get()));
        yield move.works() ? Exit.FINE : Exit.FINDINGS;
      }
      case Mover.Answer.Unclear(var reason) -> {
        terminal.err().println(terminal.text(reason));
        yield Exit.FINDINGS;
      }
    };
  }

  private void unknown(List<Declaration> declarations) {
    var names =
        declarations.stream()
            .flatMap(it -> Stream.of(it.name(), it.base()))
            .map(Name::text)
            .collect(Collectors.toSet());
    var advice = Suggestion.of(name, names, Message.of("names in this lab"));
    terminal
        .err()
        .println(
            terminal.text(
                Message.of("`{0}` is the name of nothing in this lab; {1}", name, advice.help())));
  }
}
