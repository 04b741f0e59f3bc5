package dev.homelabc.cli;

import com.github.difflib.DiffUtils;
import dev.homelabc.blame.Blame;
import dev.homelabc.blame.Blame.Numbered;
import dev.homelabc.blame.BlameFormat;
import dev.homelabc.blame.BlamedLine;
import dev.homelabc.blame.FileBlame;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.model.Suggestion;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "blame",
    mixinStandardHelpOptions = true,
    description = {
      "Says which statement of the lab made a line of a generated file: its file and line, and the"
          + " profile, standard value or entry of homelab.lock that it came through.",
      "A line without a value of the lab answers with the statement that its block belongs to."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:fine",
      "1:the lab has errors, or does not make that line",
      "2:the lab makes no such file"
    })
final class BlameCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      paramLabel = "FILE[:LINE]",
      description = {
        "A generated file, on disk or as a path in the tree, such as vms/web.nix:12. LINE may be a"
            + " range, 12-20; a column behind it is ignored.",
        "Without a line, the whole file."
      })
  private String argument = "";

  @Option(
      names = "--lab",
      paramLabel = "PATH",
      description =
          "Folder with *.lab files, or one file; what the file's output folder lies beside, else"
              + " the current folder.")
  private @Nullable Path path;

  @Option(
      names = "--format",
      paramLabel = "FORMAT",
      defaultValue = "text",
      completionCandidates = Formats.class,
      converter = Formats.class,
      description = "One of ${COMPLETION-CANDIDATES}; ${DEFAULT-VALUE} by default.")
  private BlameFormat format = BlameFormat.TEXT;

  BlameCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var file = BlamedFile.of(argument);
    var lab = path == null ? file.lab() : path;
    var sources = LabFiles.read(lab);
    var former = file.folder().map(LabFiles::former).orElse("");
    var compilation = Compiler.compile(sources.after(former));
    terminal.findings(terminal.err(), compilation.diagnostics());
    if (compilation.tree().isEmpty()) {
      return Exit.FINDINGS;
    }
    var tree = compilation.tree().get();
    return file.inTree()
        .flatMap(it -> FileBlame.of(tree, it).map(lines -> blame(file, it, tree, lines)))
        .orElseGet(() -> unknown(file, tree, lab));
  }

  private int blame(BlamedFile file, RelPath path, OutputTree tree, List<BlamedLine> lines) {
    var places = places(file, path, tree);
    int first = file.first().orElse(1);
    int last = Math.min(file.last().orElse(places.size()), places.size());
    if (first < 1 || first > last) {
      refuse(Message.of("`{0}` has {1} lines", path, places.size()));
      return Exit.FINDINGS;
    }
    var blamed = new ArrayList<Numbered>();
    var foreign = new ArrayList<Integer>();
    for (int line = first; line <= last; line++) {
      int made = places.get(line - 1);
      if (made < 0) {
        foreign.add(line);
      } else {
        blamed.add(new Numbered(line, lines.get(made)));
      }
    }
    if (!blamed.isEmpty()) {
      var isWhole = file.first().isEmpty();
      var blame = new Blame(path, blamed, isWhole);
      terminal.out().print(format.of(blame, terminal.language().get()));
    }
    foreign.forEach(it -> refuse(Message.of("the lab does not make line {0} of `{1}`", it, path)));
    if (!foreign.isEmpty()) {
      terminal.help(
          Message.of("the file was edited, or is of another lab: see `homelabc build --check`"));
    }
    return foreign.isEmpty() ? Exit.FINE : Exit.FINDINGS;
  }

  /// For each line of the file on disk the one that the lab makes, from 0, or -1 where it makes
  /// none such. What is not on disk is as the lab makes it.
  private static List<Integer> places(BlamedFile file, RelPath path, OutputTree tree) {
    var made = tree.text(path).orElseThrow().lines().toList();
    var present =
        file.folder().flatMap(it -> LabFiles.text(path.resolve(it))).map(it -> it.lines().toList());
    if (present.isEmpty() || present.get().equals(made)) {
      return IntStream.range(0, made.size()).boxed().toList();
    }
    var places = new ArrayList<Integer>();
    for (var delta : DiffUtils.diff(present.get(), made, true).getDeltas()) {
      boolean isSame = delta.getSource().getLines().equals(delta.getTarget().getLines());
      for (int i = 0; i < delta.getSource().size(); i++) {
        places.add(isSame ? delta.getTarget().getPosition() + i : -1);
      }
    }
    return places;
  }

  private int unknown(BlamedFile file, OutputTree tree, Path lab) {
    var known = tree.files().keySet().stream().map(RelPath::text).toList();
    refuse(
        Message.of(
            "the lab in `{0}` makes no file `{1}`; {2}",
            lab, file.path(), Suggestion.of(file.path(), known, Message.of("its files")).help()));
    return Exit.USAGE;
  }

  private void refuse(Message what) {
    terminal.err().println(terminal.text(Severity.ERROR.word()) + ": " + terminal.text(what));
  }

  /// The formats by name.
  static final class Formats extends FormatNames<BlameFormat> {
    Formats() {
      super(BlameFormat.class);
    }
  }
}
