package dev.homelabc.cli;

import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.graph.GraphFormat;
import dev.homelabc.graph.View;
import dev.homelabc.output.WholeFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "graph",
    mixinStandardHelpOptions = true,
    description = {
      "Draws a lab: its networks, its hosts, or its clusters.",
      "The same lab gives the same bytes, and a small change of it moves little. Findings go to"
          + " standard error; a lab with errors has no picture."
    })
final class GraphCommand implements Callable<Integer> {
  private static final OwnFile PICTURE =
      new OwnFile(
          GraphFormat.MARK,
          GraphFormat.BEGINNING,
          file -> Message.of("`{0}` is there already, and is no picture of homelabc", file));

  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = ".",
      paramLabel = "PATH",
      description = "Folder with *.lab files, or one file; the current folder.")
  private Path path = Path.of(".");

  @Option(
      names = "--view",
      paramLabel = "VIEW",
      defaultValue = "network",
      completionCandidates = Views.class,
      converter = Views.class,
      description = {
        "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.",
        "network: VLANs, bridges, and who is attached to them. hosts: what hosts and VMs have, and"
            + " who starts after whom. cluster: nodes, workloads and their ports."
      })
  private View view = View.NETWORK;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      completionCandidates = Formats.class,
      converter = Formats.class,
      description = {
        "One of ${COMPLETION-CANDIDATES}; as the file's name says, else svg.",
        "dot is for Graphviz, mermaid for Markdown, json for programs."
      })
  private @Nullable GraphFormat format;

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "File to write, such as lab.svg; standard output without it. A picture of homelabc is"
              + " replaced.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Replace a file that is no picture of homelabc, too.")
  private boolean isForced;

  GraphCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var sources = LabFiles.read(path);
    var compilation = Compiler.compile(sources, List.of());
    terminal.findings(terminal.err(), compilation.diagnostics());
    var lab = compilation.lab();
    if (compilation.hasErrors() || lab.isEmpty()) {
      return nothing();
    }
    var picture = format().of(lab.get(), view, terminal.language().get());
    if (picture.isEmpty()) {
      refuse(view.nothing());
      return nothing();
    }
    if (output == null) {
      terminal.out().print(picture.get());
      return Exit.FINE;
    }
    var refusal = PICTURE.inTheWay(output, isForced);
    if (refusal.isPresent()) {
      refuse(refusal.get());
      terminal.help(Message.of("write the picture elsewhere, or replace the file with `--force`"));
      return nothing();
    }
    WholeFile.write(output, picture.get().getBytes(StandardCharsets.UTF_8));
    return Exit.FINE;
  }

  private GraphFormat format() {
    if (format != null) {
      return format;
    }
    return Optional.ofNullable(output)
        .flatMap(it -> GraphFormat.ofFile(it.toString()))
        .orElse(GraphFormat.SVG);
  }

  private void refuse(Message what) {
    terminal.err().println(terminal.text(Severity.ERROR.word()) + ": " + terminal.text(what));
  }

  private int nothing() {
    terminal.err().println(terminal.text(Message.of("nothing was drawn")));
    return Exit.FINDINGS;
  }

  /// The views by name.
  static final class Views extends FormatNames<View> {
    Views() {
      super(View.class);
    }
  }

  /// The formats by name.
  static final class Formats extends FormatNames<GraphFormat> {
    Formats() {
      super(GraphFormat.class);
    }
  }
}
