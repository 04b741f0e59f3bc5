package dev.homelabc.cli;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Suggestion;
import dev.homelabc.schema.Manual;
import dev.homelabc.schema.Property;
import dev.homelabc.schema.Schema;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "reference",
    mixinStandardHelpOptions = true,
    description = "Prints the manual of the language: what may stand where, and what it means.")
final class ReferenceCommand implements Callable<Integer> {
  /// The page that is about no statement.
  private static final String HYPERVISORS = "hypervisors";

  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "KIND",
      description =
          "A statement of the top level, such as vm, or `hypervisors` for what each can do; without"
              + " it all statements are printed.")
  private @Nullable String kind;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      completionCandidates = Formats.class,
      converter = Formats.class,
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private Manual format = Manual.TEXT;

  ReferenceCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    if (HYPERVISORS.equals(kind)) {
      terminal.out().print(format.hypervisors());
      return Exit.FINE;
    }
    var kinds = Schema.KINDS.stream().filter(it -> kind == null || it.name().equals(kind)).toList();
    if (kind != null && kinds.isEmpty()) {
      var known =
          Stream.concat(Schema.KINDS.stream().map(Property::name), Stream.of(HYPERVISORS)).toList();
      var advice = Suggestion.of(kind, known, Message.of("kinds"));
      terminal
          .err()
          .println(terminal.text(Message.of("there is no kind `{0}`; {1}", kind, advice.help())));
      return Exit.USAGE;
    }
    terminal.out().print(format.of(kinds));
    return Exit.FINE;
  }

  /// The formats by name.
  static final class Formats extends FormatNames<Manual> {
    Formats() {
      super(Manual.class);
    }
  }
}
