package dev.homelabc.cli;

import dev.homelabc.allocate.AddressBook;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Suggestion;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.TypeConversionException;

@Command(
    name = "free",
    mixinStandardHelpOptions = true,
    description = {
      "Shows the next free addresses: of a VLAN with the MAC address and CID that go with each, of"
          + " a host its CIDs.",
      "Free is what no machine, gateway, DNS server or DHCP pool has and nothing in homelab.lock"
          + " rests under; findings of the lab go to standard error."
    })
final class FreeCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "NAME",
      description =
          "A VLAN, which shows who has the other addresses too, or a host; without it all of them.")
  private @Nullable String name;

  @Option(
      names = "--lab",
      paramLabel = "PATH",
      description = "Folder with *.lab files, or one file; the current folder.")
  private Path path = Path.of(".");

  @Option(
      names = {"-n", "--count"},
      paramLabel = "N",
      defaultValue = "5",
      converter = Counts.class,
      description = "How many of each, 1 to 1000; ${DEFAULT-VALUE} by default.")
  private int count = 5;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      completionCandidates = Formats.class,
      converter = Formats.class,
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private Vacancies.Format format = Vacancies.Format.TEXT;

  FreeCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var compilation = Compiler.compile(LabFiles.read(path), List.of());
    terminal.findings(terminal.err(), compilation.diagnostics());
    if (compilation.lab().isEmpty()) {
      say(Message.of("what is free can be told when all of the lab can be read"));
      return Exit.FINDINGS;
    }
    var lab = compilation.lab().get();
    var book = AddressBook.of(lab, compilation.lock());
    var all = Vacancies.of(lab, book, count);
    var vacancies = name == null ? all : all.of(name, book);
    if (name != null && vacancies.isEmpty()) {
      var advice = Suggestion.of(name, names(lab), Message.of("VLANs and hosts"));
      say(Message.of("`{0}` is no VLAN or host; {1}", name, advice.help()));
      return Exit.USAGE;
    }
    terminal.out().print(vacancies.text(format, terminal.language().get()));
    return compilation.hasErrors() ? Exit.FINDINGS : Exit.FINE;
  }

  private static List<String> names(Lab lab) {
    return Stream.concat(
            lab.vlans().stream().map(it -> it.name().text()),
            lab.hosts().stream().map(it -> it.name().text()))
        .toList();
  }

  private void say(Message message) {
    terminal.err().println(terminal.text(message));
  }

  /// The formats by name.
  static final class Formats extends FormatNames<Vacancies.Format> {
    Formats() {
      super(Vacancies.Format.class);
    }
  }

  static final class Counts implements ITypeConverter<Integer> {
    @Override
    public Integer convert(String text) {
      if (!text.matches("[1-9][0-9]{0,2}|1000")) {
        throw new TypeConversionException("`" + text + "` is not a number from 1 to 1000");
      }
      return Integer.valueOf(text);
    }
  }
}
