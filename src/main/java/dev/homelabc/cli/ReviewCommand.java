package dev.homelabc.cli;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.output.DiskFailure;
import dev.homelabc.output.WholeFile;
import dev.homelabc.plan.Plan;
import dev.homelabc.review.Review;
import dev.homelabc.source.SourceSet;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
    name = "review",
    mixinStandardHelpOptions = true,
    description = {
      "Writes one page about a change of the lab, for who has to agree to it: what it does to what"
          + " runs, pictures, capacity, findings, and each line of the output that differs.",
      "The page needs no server and no network. The same change gives the same bytes."
    },
    exitCodeListHeading = "%nExit codes:%n",
    exitCodeList = {
      "0:the page is written, and no data is lost",
      "1:one of the two labs has errors, or another file is in the way; nothing is written",
      "2:there is no such lab or commit",
      "3:the page is written, and data is lost"
    })
final class ReviewCommand implements Callable<Integer> {
  private final Terminal terminal;

  @Parameters(
      index = "0",
      arity = "0..1",
      defaultValue = "HEAD",
      paramLabel = "BASE",
      description =
          "The lab to start from: a commit, branch or tag, a folder or a file;"
              + " ${DEFAULT-VALUE} by default.")
  private String base = "HEAD";

  @Option(
      names = "--to",
      paramLabel = "OTHER",
      description = "The lab to come to, named in the same ways; the one that lies here.")
  private @Nullable String other;

  @Option(
      names = "--lab",
      paramLabel = "PATH",
      description =
          "Folder with *.lab files, or one file, here and in commits; the current folder.")
  private Path path = Path.of(".");

  @Option(
      names = {"-o", "--output"},
      paramLabel = "FILE",
      description =
          "File to write, such as review.html; standard output without it. A page of homelabc is"
              + " replaced.")
  private @Nullable Path output;

  @Option(names = "--force", description = "Replace a file that is no page of homelabc, too.")
  private boolean isForced;

  ReviewCommand(Terminal terminal) {
    this.terminal = terminal;
  }

  @Override
  public Integer call() {
    var inTheWay = Optional.ofNullable(output).flatMap(this::inTheWay);
    if (inTheWay.isPresent()) {
      say(Message.of("{0}: {1}", Severity.ERROR.word(), inTheWay.get()));
      terminal.help(Message.of("write the page elsewhere, or replace the file with `--force`"));
      return nothing();
    }
    var versions = new Versions(path);
    return switch (versions.find(base)) {
      case Versions.Found.Nothing nothing -> refuse(nothing);
      case Versions.Found.Version(var before, var isNew) -> {
        if (isNew) {
          say(Message.of("there is no lab in `{0}` at `{1}`: all of it is new", path, base));
        }
        yield other == null
            ? review(before, versions.workingCopy())
            : switch (versions.find(other)) {
              case Versions.Found.Nothing nothing -> refuse(nothing);
              case Versions.Found.Version after -> review(before, after.sources());
            };
      }
    };
  }

  private int review(SourceSet before, SourceSet after) {
    return switch (Plan.between(before, after)) {
      case Plan.Outcome.Planned planned -> write(planned);
      case Plan.Outcome.BaseBroken(var compilation) -> {
        terminal.report(terminal.err(), compilation.report());
        say(Message.of("`{0}`, the lab to start from, has errors", base));
        yield nothing();
      }
      case Plan.Outcome.LabBroken(var compilation) -> {
        terminal.report(terminal.err(), compilation.report());
        yield nothing();
      }
    };
  }

  private int write(Plan.Outcome.Planned planned) {
    var to = other == null ? terminal.text(Message.of("the lab that lies here")) : other;
    var review =
        new Review(
            planned.plan(),
            new Review.Version(base, planned.before()),
            new Review.Version(to, planned.after()));
    var page = review.page(terminal.language().get());
    if (output == null) {
      terminal.out().print(page);
    } else {
      WholeFile.write(output, page.getBytes(StandardCharsets.UTF_8));
    }
    return planned.plan().isDestructive() ? Exit.LOSES : Exit.FINE;
  }

  /// What is where the page is to be, unless it is one of ours.
  private Optional<Message> inTheWay(Path file) {
    if (!Files.exists(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.empty();
    }
    if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)) {
      return Optional.of(Message.of("`{0}` is there already, and is no file", file));
    }
    return isForced || beginning(file).contains(Review.MARK)
        ? Optional.empty()
        : Optional.of(Message.of("`{0}` is there already, and is no page of homelabc", file));
  }

  private static String beginning(Path file) {
    try (var in = Files.newInputStream(file)) {
      return new String(in.readNBytes(Review.BEGINNING), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      throw DiskFailure.of("read", file, e);
    }
  }

  private int refuse(Versions.Found.Nothing nothing) {
    say(Message.of("{0}: {1}", Severity.ERROR.word(), nothing.reason()));
    terminal.help(nothing.help());
    return Exit.USAGE;
  }

  private int nothing() {
    say(Message.of("nothing was written"));
    return Exit.FINDINGS;
  }

  private void say(Message message) {
    terminal.err().println(terminal.text(message));
  }
}
