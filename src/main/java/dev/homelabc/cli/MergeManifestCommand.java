package dev.homelabc.cli;

import dev.homelabc.output.ManifestMerge;
import dev.homelabc.output.SharedFiles;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
    name = "merge-manifest",
    hidden = true,
    mixinStandardHelpOptions = true,
    description =
        "What Git calls for the list of generated files, once `git-setup` has told it to.")
final class MergeManifestCommand implements Callable<Integer> {
  @Parameters(
      index = "0",
      paramLabel = "OURS",
      description = "Our list, which becomes that of both.")
  private Path ours = Path.of("");

  @Parameters(index = "1", paramLabel = "THEIRS", description = "Their list.")
  private Path theirs = Path.of("");

  MergeManifestCommand(Terminal terminal) {}

  /// A conflict where they are no lists of one lab.
  @Override
  public Integer call() {
    var merged = ManifestMerge.of(SharedFiles.read(ours), SharedFiles.read(theirs));
    merged.ifPresent(text -> SharedFiles.replace(ours, text));
    return merged.isPresent() ? Exit.FINE : Exit.FINDINGS;
  }
}
