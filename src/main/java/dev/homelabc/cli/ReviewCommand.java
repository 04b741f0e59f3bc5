package dev.homelabc.cli;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.diagnostic.Severity;
import dev.homelabc.output.WholeFile;
import dev.homelabc.plan.Plan;
import dev.homelabc.review.Review;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

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
  private static final OwnFile PAGE =
      new OwnFile(
          Review.MARK,
          Review.BEGINNING,
          file -> Message.of("`{0}` is there already, and is no page of homelabc", file));

  private final Terminal terminal;

  @Mixin private ComparedLabs labs = new ComparedLabs();

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
    var inTheWay = Optional.ofNullable(output).flatMap(it -> PAGE.inTheWay(it, isForced));
    if (inTheWay.isPresent()) {
      say(Message.of("{0}: {1}", Severity.ERROR.word(), inTheWay.get()));
      terminal.help(Message.of("write the page elsewhere, or replace the file with `--force`"));
      return nothing();
    }
    int code = labs.compare(terminal, this::write);
    return code == Exit.FINDINGS ? nothing() : code;
  }

  private int write(Plan.Outcome.Planned planned) {
    var to = labs.other().orElseGet(() -> terminal.text(Message.of("the lab that lies here")));
    var review =
        new Review(
            planned.plan(),
            new Review.Version(labs.base(), planned.before()),
            new Review.Version(to, planned.after()));
    var page = review.page(terminal.language().get());
    if (output == null) {
      terminal.out().print(page);
    } else {
      WholeFile.write(output, page.getBytes(StandardCharsets.UTF_8));
    }
    return planned.plan().isDestructive() ? Exit.LOSES : Exit.FINE;
  }

  private int nothing() {
    say(Message.of("nothing was written"));
    return Exit.FINDINGS;
  }

  private void say(Message message) {
    terminal.err().println(terminal.text(message));
  }
}
