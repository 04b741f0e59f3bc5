package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.cli.Terminal.Style;
import dev.homelabc.diagnostic.Language;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MainTest {
  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void printsItsVersionToStandardOutput() {
    assertThat(run("--version")).isZero();
    assertThat(out.toString()).startsWith("homelabc ");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void printsHelpToStandardOutput() {
    assertThat(run("--help")).isZero();
    assertThat(out.toString()).contains("Usage: homelabc");
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void reportsAnUnknownOptionOnStandardErrorWithTheUsageExitCode() {
    assertThat(run("--no-such-option")).isEqualTo(2);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("--no-such-option");
  }

  @Test
  void refusesAnEmptyPath() {
    assertThat(run("build", "-o", "")).isEqualTo(2);
    assertThat(err.toString()).contains("a path is empty; the current folder is `.`");
    assertThat(run("fmt", "")).isEqualTo(2);
  }

  @Test
  void saysThatItsResultCouldNotBeWritten() {
    var full =
        new Writer() {
          @Override
          public void write(char[] text, int offset, int length) throws IOException {
            throw new IOException("No space left on device");
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    var terminal = new Terminal(new PrintWriter(full), new PrintWriter(err, true));
    assertThat(Main.run(new String[] {"explain"}, terminal)).isEqualTo(74);
    assertThat(err.toString()).isEqualTo("error: cannot write to standard output\n");
  }

  @Test
  void paintsOnlyTheStreamThatIsATerminal() throws IOException {
    var lab = Files.writeString(folder.resolve("a.lab"), "vlan a {").toString();
    var coloured = Style.of(true, Map.of());

    runWith(Style.PLAIN, coloured, "check", lab);
    runWith(coloured, Style.PLAIN, "build", lab);
    assertThat(out + "" + err).contains("unclosed-block").doesNotContain("\u001b[1;31m");

    runWith(coloured, Style.PLAIN, "check", lab);
    assertThat(out.toString()).contains("\u001b[1;31m");
    runWith(Style.PLAIN, coloured, "build", lab);
    assertThat(err.toString()).contains("\u001b[1;31m");
  }

  @Test
  void aTerminalMayBeWithoutColours() {
    assertThat(Style.of(true, Map.of("NO_COLOR", ""))).isEqualTo(new Style(true, true));
    assertThat(Style.of(true, Map.of("NO_COLOR", "0"))).isEqualTo(new Style(true, false));
    assertThat(Style.of(true, Map.of("TERM", "dumb"))).isEqualTo(new Style(true, false));
    assertThat(Style.of(false, Map.of("TERM", "xterm"))).isEqualTo(Style.PLAIN);
  }

  private void runWith(Style outStyle, Style errStyle, String... args) {
    var terminal =
        new Terminal(
            new PrintWriter(out), new PrintWriter(err), outStyle, errStyle, () -> Language.ENGLISH);
    Main.run(args, terminal);
  }

  private int run(String... args) {
    return Main.run(args, new Terminal(new PrintWriter(out, true), new PrintWriter(err, true)));
  }
}
