package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FmtCommandTest {
  private static final String CANONICAL = "vlan services {\n  id 20\n}\n";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void rewritesOnlyTheFilesThatChangeAndPrintsTheirNames() throws IOException {
    var loose = write("b.lab", "vlan services {id 20}");
    var tidy = write("a.lab", CANONICAL);
    var other = write("notes.txt", "a;b");
    var deep = write("deep/c.lab", "a;b");
    var past = FileTime.fromMillis(0);
    Files.setLastModifiedTime(tidy, past);

    assertThat(run(folder.toString())).isZero();
    assertThat(out.toString()).isEqualTo(loose + "\n");
    assertThat(err.toString()).isEmpty();
    assertThat(loose).hasContent(CANONICAL);
    assertThat(Files.getLastModifiedTime(tidy)).isEqualTo(past);
    assertThat(other).hasContent("a;b");
    assertThat(deep).hasContent("a;b");
    assertThat(folder).isDirectoryNotContaining(it -> it.toString().endsWith(".tmp"));
  }

  @Test
  void takesSeveralPathsAndEachFileOnce() throws IOException {
    var first = write("a.lab", "a;b");
    var second = write("deep/c.lab", "a;b");

    assertThat(run(folder.toString(), first.toString(), second.toString())).isZero();
    assertThat(out.toString()).isEqualTo(first + "\n" + second + "\n");
  }

  @Test
  void normalisesTheByteOrderMarkAndLineEnds() throws IOException {
    var file = write("a.lab", "\uFEFFvlan services {\r\n  id 20\r\n}\r\n");

    assertThat(run(file.toString())).isZero();
    assertThat(Files.readString(file)).isEqualTo(CANONICAL);
  }

  @Test
  void checkWritesNothingAndShowsWhatWouldChange() throws IOException {
    var loose = write("b.lab", "vlan services {\n   id 20\n}\n");
    write("a.lab", CANONICAL);

    assertThat(run("--check", folder.toString())).isEqualTo(1);
    assertThat(out.toString())
        .isEqualTo(
            """
            --- %s
            +++ %s
            @@ -1,3 +1,3 @@
             vlan services {
            -   id 20
            +  id 20
             }
            """
                .formatted(loose, loose));
    assertThat(err.toString()).isEqualTo("1 of 2 files would change: run `homelabc fmt`\n");
    assertThat(loose).hasContent("vlan services {\n   id 20\n}\n");
  }

  @Test
  void checkIsContentWithCanonicalFiles() throws IOException {
    write("a.lab", CANONICAL);

    assertThat(run("--check", folder.toString())).isZero();
    assertThat(out.toString() + err).isEmpty();
  }

  @Test
  void leavesAFileWithASyntaxErrorAloneAndFormatsTheOthers() throws IOException {
    var broken = write("a.lab", "vlan services {id 20");
    var loose = write("b.lab", "vlan services {id 20}");

    assertThat(run(folder.toString())).isEqualTo(1);
    assertThat(broken).hasContent("vlan services {id 20");
    assertThat(loose).hasContent(CANONICAL);
    assertThat(out.toString()).isEqualTo(loose + "\n");
    assertThat(err.toString()).contains("error[unclosed-block]").endsWith("1 error\n");
  }

  @Test
  void checkReportsASyntaxErrorToo() throws IOException {
    write("a.lab", "vlan services {id 20");

    assertThat(run("--check", folder.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("error[unclosed-block]");
  }

  @Test
  void aMissingPathChangesNothing() throws IOException {
    var loose = write("a.lab", "a;b");

    assertThat(run(folder.toString(), folder.resolve("gone.lab").toString())).isEqualTo(74);
    assertThat(err.toString()).contains("gone.lab").contains("does not exist");
    assertThat(loose).hasContent("a;b");
  }

  @Test
  void refusesAFileThatIsNotUtf8() throws IOException {
    var file = folder.resolve("a.lab");
    Files.write(file, new byte[] {'a', (byte) 0xff});

    assertThat(run(file.toString())).isEqualTo(1);
    assertThat(err.toString()).contains("error[invalid-utf8]").contains("a.lab:1:2");
    assertThat(file).hasBinaryContent(new byte[] {'a', (byte) 0xff});
  }

  @Test
  void keepsPermissionsAndSymbolicLinks() throws IOException {
    var file = write("deep/a.txt", "a;b");
    var permissions = PosixFilePermissions.fromString("rw-r-x--x");
    Files.setPosixFilePermissions(file, permissions);
    var link = Files.createSymbolicLink(folder.resolve("a.lab"), Path.of("deep/a.txt"));

    assertThat(run(folder.toString())).isZero();
    assertThat(link).isSymbolicLink();
    assertThat(file).hasContent("a\nb\n");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(permissions);
  }

  @Test
  void refusesAFileThatMayNotBeWritten() throws IOException {
    var file = write("a.lab", "a;b");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(file), "the superuser may write everything");

    assertThat(run(file.toString())).isEqualTo(74);
    assertThat(err.toString()).contains("permission denied");
    assertThat(file).hasContent("a;b");
  }

  @Test
  void formatsStandardInputToStandardOutput() {
    assertThat(feed("# 가상\nvlan services {id 20}", "-")).isZero();
    assertThat(out.toString()).isEqualTo("# 가상\n" + CANONICAL);
    assertThat(err.toString()).isEmpty();
  }

  @Test
  void writesNothingForStandardInputWithASyntaxError() {
    assertThat(feed("vlan services {id 20", "-")).isEqualTo(1);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString()).contains("standard input:1:15");
  }

  @Test
  void checksStandardInput() {
    assertThat(feed(CANONICAL, "--check", "-")).isZero();
    assertThat(out.toString()).isEmpty();
    assertThat(feed("a;b", "--check", "-")).isEqualTo(1);
    assertThat(out.toString()).contains("-a;b").contains("+a\n+b\n");
  }

  @Test
  void refusesStandardInputTogetherWithFiles() {
    assertThat(run("-", folder.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("`-` stands alone");
  }

  private Path write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private int feed(String input, String... args) {
    var before = System.in;
    System.setIn(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)));
    try {
      return run(args);
    } finally {
      System.setIn(before);
    }
  }

  private int run(String... args) {
    var line = new String[args.length + 1];
    line[0] = "fmt";
    System.arraycopy(args, 0, line, 1, args.length);
    return Main.run(line, new Terminal(new PrintWriter(out, true), new PrintWriter(err, true)));
  }
}
