package dev.homelabc.cli;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Suggestion;
import dev.homelabc.rule.capacity.Ledger;
import dev.homelabc.rule.capacity.LedgerFormat;
import dev.homelabc.rule.capacity.Verdict;
import dev.homelabc.rule.capacity.WhatIf;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "capacity",
    mixinStandardHelpOptions = true,
    description = {
      "Shows what each host has of memory, vCPU and disk, what is used and free, and who uses it.",
      "A host has what its `memory`, `reserve`, `cpus` and `disk` say; findings of the lab go to"
          + " standard error."
    })
final class CapacityCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "PATH",
      description = "Folder with *.lab files, or one file; the current folder.")
  private Path path = Path.of(".");

  @Option(
      names = "--host",
      paramLabel = "NAME",
      description = "Show this host or OpenShift project only.")
  private @Nullable String host;

  @Option(
      names = "--what-if",
      paramLabel = "QUESTION",
      converter = Questions.class,
      description = {
        "Add VMs like one that exists, or of a profile, and say whether they fit: 'web', 'web x2',"
            + " 'web x2 on HOST'. May be given several times.",
        "Exits with 1 if memory or processors would not do; more than a disk or four vCPUs for"
            + " each processor is said and lets pass."
      })
  private List<WhatIf> questions = List.of();

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      completionCandidates = Formats.class,
      converter = Formats.class,
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private LedgerFormat format = LedgerFormat.TEXT;

  CapacityCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var compilation = Compiler.compile(LabFiles.read(path), List.of());
    terminal.findings(terminal.err(), compilation.diagnostics());
    if (compilation.lab().isEmpty()) {
      say(Message.of("the capacity of a lab can be told when all of it can be read"));
      return Exit.FINDINGS;
    }
    var ledger = Ledger.of(compilation.lab().get());
    for (var question : questions) {
      switch (question.ask(ledger, compilation.declarations())) {
        case WhatIf.Answer.Supposed(var supposed) -> ledger = supposed;
        case WhatIf.Answer.Unclear(var reason) -> {
          say(reason);
          return Exit.USAGE;
        }
      }
    }
    return show(ledger, compilation);
  }

  private int show(Ledger ledger, Compilation compilation) {
    var shown = host == null ? ledger : ledger.only(host);
    if (host != null && shown.accounts().isEmpty()) {
      var names = ledger.accounts().stream().map(it -> it.name().text()).toList();
      var advice = Suggestion.of(host, names, Message.of("hosts and projects"));
      say(Message.of("`{0}` is no host or project; {1}", host, advice.help()));
      return Exit.USAGE;
    }
    var verdict = questions.isEmpty() ? Optional.<Verdict>empty() : Optional.of(Verdict.of(ledger));
    terminal
        .out()
        .print(
            format.of(shown, verdict, terminal.outStyle().isColoured(), terminal.language().get()));
    boolean fits = verdict.flatMap(Verdict::fits).orElse(true);
    return fits && !compilation.hasErrors() ? Exit.FINE : Exit.FINDINGS;
  }

  private void say(Message message) {
    terminal.err().println(terminal.text(message));
  }

  /// The formats by name.
  static final class Formats extends FormatNames<LedgerFormat> {
    Formats() {
      super(LedgerFormat.class);
    }
  }

  /// The questions as they are written.
  static final class Questions implements ITypeConverter<WhatIf> {
    @Override
    public WhatIf convert(String text) {
      return WhatIf.read(text)
          .orElseThrow(() ->
              new TypeConversionException(
                  "`" + text + "` is not like `web`, `web x2` or `web x2 on HOST`"));
    }
  }
}
