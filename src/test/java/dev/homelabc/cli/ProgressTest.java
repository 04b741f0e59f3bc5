package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.cli.Terminal.Style;
import dev.homelabc.diagnostic.Language;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class ProgressTest {
  private static final Duration OVER_A_SECOND = Duration.ofMillis(1300);

  @Test
  void tellsAPersonWhatGoesOnAfterASecondAndClearsTheLine() throws InterruptedException {
    assertThat(shown(true, OVER_A_SECOND))
        .contains("\r\u001b[Kwriting … 1 s")
        .endsWith("\r\u001b[K");
  }

  @Test
  void staysSilentWhereNobodyWatches() throws InterruptedException {
    assertThat(shown(false, OVER_A_SECOND)).isEmpty();
  }

  @Test
  void showsNoWordsOfWorkThatIsSoonDone() throws InterruptedException {
    assertThat(shown(true, Duration.ZERO)).doesNotContain("compiling");
  }

  private static String shown(boolean isInteractive, Duration work) throws InterruptedException {
    var err = new StringWriter();
    var terminal =
        new Terminal(
            new PrintWriter(new StringWriter()),
            new PrintWriter(err),
            Style.PLAIN,
            new Style(isInteractive, false),
            () -> Language.ENGLISH);
    try (var progress = Progress.of(terminal, "compiling")) {
      progress.now("writing");
      Thread.sleep(work);
    }
    return err.toString();
  }
}
