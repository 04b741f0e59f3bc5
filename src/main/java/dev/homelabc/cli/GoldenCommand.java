package dev.homelabc.cli;

import dev.homelabc.golden.Golden;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "golden",
    mixinStandardHelpOptions = true,
    description = {
      "Compares what the compiler makes with the golden files, or accepts it as the new ones.",
      "golden/errors/CODE/*.lab and golden/syntax/*.lab are kept with their findings,"
          + " golden/fmt/*.in.lab with their canonical form, golden/fix/*.in.lab with their fixes"
          + " applied, golden/report/*.lab with their findings in every format, golden/show/*.lab"
          + " with what each declaration comes to, golden/capacity/*.lab with the ledger,"
          + " golden/adopt/CASE/*.yaml with the lab that is made of them, examples/* with their"
          + " whole output, docs/reference.md and docs/hypervisors.md as `reference` prints them.",
      "To keep a case's findings in Korean too, make an empty CASE.ko.txt beside it, and accept."
    })
final class GoldenCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "PATH",
      description = "Folder that holds golden/ and examples/; the current folder.")
  private Path path = Path.of(".");

  @Option(
      names = "--accept",
      description = "Make what the compiler gives now the golden files; refused where CI is set.")
  private boolean isAccepting;

  GoldenCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var golden = new Golden(path);
    if (!isAccepting) {
      var deviations = golden.verify();
      deviations.forEach(it -> terminal.out().println(it.text()));
      terminal
          .out()
          .println(golden.cases().size() + " cases, " + deviations.size() + " deviations");
      return deviations.isEmpty() ? Exit.FINE : Exit.FINDINGS;
    }
    if (System.getenv("CI") != null) {
      terminal.err().println("golden files are accepted by people: not where CI is set");
      return Exit.USAGE;
    }
    var accepted = golden.accept();
    accepted.written().forEach(it -> terminal.out().println("wrote " + it));
    accepted.removed().forEach(it -> terminal.out().println("removed " + it));
    accepted.refused().forEach(it -> terminal.err().println(it.text()));
    return accepted.refused().isEmpty() ? Exit.FINE : Exit.FINDINGS;
  }
}
