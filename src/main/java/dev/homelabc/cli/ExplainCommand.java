package dev.homelabc.cli;

import dev.homelabc.adopt.AdoptCodes;
import dev.homelabc.adopt.Example;
import dev.homelabc.adopt.VAuto;
import dev.homelabc.compiler.Codes;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Language;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.PrettyRenderer;
import dev.homelabc.model.Suggestion;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.io.PrintWriter;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "explain",
    mixinStandardHelpOptions = true,
    description = "Explains a finding: what it is, why it matters, an example and its cure.")
final class ExplainCommand implements Callable<Integer> {
  /// Those of the compiler, and those of `adopt`, sorted by name.
  private static final List<Code> CODES =
      Stream.concat(Codes.ALL.stream(), AdoptCodes.ALL.stream())
          .sorted(Comparator.comparing(Code::name))
          .toList();

  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      paramLabel = "CODE",
      description = "The name in brackets of a finding; without it all are listed.")
  private @Nullable String name;

  ExplainCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var language = terminal.language().get();
    if (name == null) {
      CODES.forEach(it -> terminal.out().println(line(it, language)));
      return Exit.FINE;
    }
    var code = CODES.stream().filter(it -> it.name().equals(name)).findFirst();
    if (code.isEmpty()) {
      terminal.err().println(unknown(name).in(language));
      return Exit.USAGE;
    }
    explain(code.get(), language, terminal.out());
    return Exit.FINE;
  }

  private static Message unknown(String name) {
    return Suggestion.near(name, CODES.stream().map(Code::name).toList())
        .map(near -> Message.of("there is no code `{0}`; did you mean `{1}`?", name, near))
        .orElseGet(
            () -> Message.of("there is no code `{0}`; `homelabc explain` lists them all", name));
  }

  private static String line(Code code, Language language) {
    var line = code.title(language) + " " + code.what(language);
    return code.isOff() ? Message.of("{0} (off by default)", line).in(language) : line;
  }

  private static void explain(Code code, Language language, PrintWriter out) {
    out.println(code.title(language));
    out.println();
    out.println(code.what(language));
    out.println(code.why(language));
    if (code.isOff()) {
      out.println(
          Message.of(
                  "It is off by default; `warn {0}` in the `lab` block turns it on.", code.name())
              .in(language));
    }
    out.println();
    boolean isOfAdopt = AdoptCodes.ALL.contains(code);
    out.println(
        (isOfAdopt
                ? Message.of("These files have the finding:")
                : Message.of("This lab has the finding:"))
            .in(language));
    out.println();
    out.println(example(code.bad()));
    out.println();
    out.println(
        (isOfAdopt ? Message.of("`homelabc adopt` says:") : Message.of("`homelabc check` says:"))
            .in(language));
    out.println();
    out.println(finding(code, isOfAdopt, language));
    out.println();
    out.println(
        (isOfAdopt ? Message.of("These do not:") : Message.of("This one does not:")).in(language));
    out.println();
    out.println(example(code.good()));
  }

  /// The finding of the first lab or files, and with it what to do. Its last line, which names the
  /// code to explain, has done its work.
  private static String finding(Code code, boolean isOfAdopt, Language language) {
    var findings =
        isOfAdopt
            ? VAuto.adopt(Example.of(code.bad())).report().findings()
            : Compiler.compile(SourceSet.of(new SourceFile("a.lab", code.bad())), List.of())
                .diagnostics();
    var finding = findings.getFirst();
    var lines = PrettyRenderer.plain(language).render(finding).lines().toList();
    return example(String.join("\n", lines.subList(0, lines.size() - 1)));
  }

  private static String example(String lab) {
    return lab.indent(4).replaceAll("(?m)^ +$", "").stripTrailing();
  }
}
