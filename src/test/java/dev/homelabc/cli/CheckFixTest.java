package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

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

class CheckFixTest {
  private static final FileTime PAST = FileTime.fromMillis(0);

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void writesWhatIsSureAndReportsWhatIsNot() throws IOException {
    var file = write("a.lab", "# 64GB\nhost box {\n  memory 64GB\n  cpus 0\n}\n");
    var clean = write("b.lab", "vlan services {\n  id 20\n  subnet 10.0.20.0/24\n}\n");
    Files.setLastModifiedTime(clean, PAST);

    assertThat(run("--fix", folder.toString())).isEqualTo(1);
    assertThat(file).hasContent("# 64GB\nhost box {\n  memory 64GiB\n  cpus 0\n}\n");
    assertThat(out.toString())
        .startsWith("fixed 1 finding in " + file + "\nerror[bad-integer]")
        .endsWith("1 error\n");
    assertThat(err.toString()).isEmpty();
    assertThat(Files.getLastModifiedTime(clean)).isEqualTo(PAST);
    assertThat(folder).isDirectoryNotContaining(it -> it.toString().endsWith(".tmp"));
  }

  @Test
  void saysWhenNothingRemains() throws IOException {
    var file = write("a.lab", "host box {memory 64GB}\nhost rack {memory 1TB}\n");

    assertThat(run("--fix", file.toString())).isZero();
    assertThat(out.toString())
        .isEqualTo("fixed 2 findings in %s\nno findings in 1 file\n".formatted(file));
  }

  @Test
  void doesNotTouchAFileWithoutAFix() throws IOException {
    var file = write("a.lab", "host box {memory 64GiB}");
    Files.setLastModifiedTime(file, PAST);

    assertThat(run("--fix", file.toString())).isZero();
    assertThat(out.toString()).isEqualTo("no findings in 1 file\n");
    assertThat(Files.getLastModifiedTime(file)).isEqualTo(PAST);
  }

  @Test
  void keepsByteOrderMarkLineEndsAndPermissions() throws IOException {
    var file = write("a.lab", "\uFEFFhost box {\r\n\tmemory   64GB # 가상\r\n\r\n\r\n}");
    var permissions = PosixFilePermissions.fromString("rw-r-x--x");
    Files.setPosixFilePermissions(file, permissions);

    assertThat(run("--fix", file.toString())).isZero();
    assertThat(Files.readString(file))
        .isEqualTo("\uFEFFhost box {\r\n\tmemory   64GiB # 가상\r\n\r\n\r\n}");
    assertThat(Files.getPosixFilePermissions(file)).isEqualTo(permissions);
  }

  @Test
  void leavesAFileFromElsewhereAlone() throws IOException {
    var shared = write("shared/p.lab", "profile p {\n  memory 4GB\n}\n");
    var file = write("home/a.lab", "import \"../shared/p.lab\"\n\nhost box {\n  memory 64GB\n}\n");

    assertThat(run("--fix", file.toString())).isZero();
    assertThat(file).content().contains("64GiB");
    assertThat(shared).hasContent("profile p {\n  memory 4GB\n}\n");
    assertThat(out.toString())
        .startsWith("fixed 1 finding in " + file + "\nwarning[decimal-unit]: `4GB`");
  }

  @Test
  void leavesAFileThatIsNotUtf8Alone() throws IOException {
    var file = folder.resolve("a.lab");
    var bytes = "host box {memory 64GB} # caf\u00e9\n".getBytes(StandardCharsets.ISO_8859_1);
    Files.write(file, bytes);

    assertThat(run("--fix", file.toString())).isEqualTo(1);
    assertThat(file).hasBinaryContent(bytes);
  }

  @Test
  void refusesAFileThatMayNotBeWritten() throws IOException {
    var file = write("a.lab", "host box {\n  memory 64GB\n}\n");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("r--r--r--"));
    assumeFalse(Files.isWritable(file), "the superuser may write everything");

    assertThat(run("--fix", file.toString())).isEqualTo(74);
    assertThat(err.toString()).contains("permission denied");
    assertThat(out.toString()).isEmpty();
    assertThat(file).content().contains("64GB");
  }

  @Test
  void aDryRunPrintsAPatchAndWritesNothing() throws IOException {
    var text = "host box {\r\n  memory 64GB\r\n  cpus 0\r\n}";
    var file = write("a.lab", text);

    assertThat(run("--fix", "--dry-run", file.toString())).isEqualTo(1);
    assertThat(out.toString())
        .isEqualTo(
            """
            --- %s
            +++ %s
            @@ -1,4 +1,4 @@
             host box {\r
            -  memory 64GB\r
            +  memory 64GiB\r
               cpus 0\r
             }
            \\ No newline at end of file
            """
                .formatted(file, file));
    assertThat(err.toString())
        .startsWith("1 finding in " + file + " can be fixed\nerror[bad-integer]")
        .endsWith("1 error\n");
    assertThat(Files.readString(file)).isEqualTo(text);
  }

  @Test
  void aDryRunTellsByItsExitCodeWhetherAnythingCanBeFixed() throws IOException {
    var file = write("a.lab", "host box {\n  memory 64GB\n}\n");
    assertThat(run("--fix", "--dry-run", file.toString())).isEqualTo(1);

    write("a.lab", "host box {\n  memory 64GiB\n}\n");
    assertThat(run("--fix", "--dry-run", file.toString())).isZero();
  }

  @Test
  void aDryRunGoesWithFixOnly() throws IOException {
    var file = write("a.lab", "host box\n");

    assertThat(run("--dry-run", file.toString())).isEqualTo(2);
    assertThat(err.toString()).contains("`--dry-run` goes with `--fix`");
  }

  @Test
  void speaksKorean() throws IOException {
    var file = write("a.lab", "host box {\n  memory 64GB\n}\n");

    assertThat(run("--lang", "ko", "--fix", file.toString())).isZero();
    assertThat(out.toString()).startsWith(file + " 파일에서 1건을 고쳤습니다\n");
  }

  private Path write(String name, String text) throws IOException {
    var file = folder.resolve(name);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }

  private int run(String... args) {
    var line = new String[args.length + 1];
    line[0] = "check";
    System.arraycopy(args, 0, line, 1, args.length);
    return Main.run(line, new Terminal(new PrintWriter(out, true), new PrintWriter(err, true)));
  }
}
