package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReviewCommandTest {
  private static final String BEFORE = "golden/review/hostile-words/before.lab";
  private static final String AFTER = "golden/review/hostile-words/after.lab";
  private static final String MARK = "<!doctype html>\n<!-- homelabc review -->\n";

  @TempDir private Path folder;
  private String out = "";
  private String err = "";

  @Test
  void writesOnePageAndNothingBesideIt() throws IOException {
    var page = folder.resolve("review.html");
    assertThat(review(BEFORE, "--to", AFTER, "-o", page.toString())).isEqualTo(Exit.FINE);
    assertThat(page)
        .content()
        .startsWith(MARK)
        .contains("<li>" + AFTER + ":23: long &quot;xxx")
        .endsWith("</html>\n");
    assertThat(out).isEmpty();
    try (var files = Files.list(folder)) {
      assertThat(files).containsExactly(page);
    }
  }

  @Test
  void printsThePageWithoutAFile() {
    assertThat(review(BEFORE, "--to", AFTER)).isEqualTo(Exit.FINE);
    assertThat(out).startsWith(MARK).contains("<html lang=\"en\">");
    assertThat(review(BEFORE, "--to", AFTER, "--lang", "ko")).isEqualTo(Exit.FINE);
    assertThat(out).startsWith(MARK).contains("<html lang=\"ko\">");
  }

  @Test
  void itsExitCodeSaysThatDataIsLost() {
    var pair = "golden/review/a-busy-day/";
    var page = folder.resolve("review.html");
    assertThat(review(pair + "before.lab", "--to", pair + "after.lab", "-o", page.toString()))
        .isEqualTo(Exit.LOSES);
    assertThat(page).exists();
  }

  @Test
  void replacesItsOwnPage() throws IOException {
    var page = folder.resolve("review.html");
    review(BEFORE, "--to", AFTER, "-o", page.toString());
    var first = Files.readString(page);
    assertThat(review(AFTER, "--to", BEFORE, "-o", page.toString())).isEqualTo(Exit.FINE);
    assertThat(page).content().isNotEqualTo(first);
  }

  @Test
  void overwritesNoFileOfOthers() throws IOException {
    var page = Files.writeString(folder.resolve("review.html"), "<p>mine</p>");
    assertThat(review(BEFORE, "--to", AFTER, "-o", page.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(page).hasContent("<p>mine</p>");
    assertThat(err)
        .contains("is there already, and is no page of homelabc", "--force")
        .endsWith("nothing was written\n");

    assertThat(review(BEFORE, "--to", AFTER, "-o", page.toString(), "--force"))
        .isEqualTo(Exit.FINE);
    assertThat(page).content().startsWith(MARK);
    assertThat(review(BEFORE, "--to", AFTER, "-o", folder.toString(), "--force"))
        .isEqualTo(Exit.FINDINGS);
  }

  @Test
  void aLabWithErrorsHasNoPage() throws IOException {
    var bad = Files.writeString(folder.resolve("bad.lab"), "vlan a {\n  id 5000\n}\n");
    var page = folder.resolve("review.html");
    assertThat(review(bad.toString(), "--to", AFTER, "-o", page.toString()))
        .isEqualTo(Exit.FINDINGS);
    assertThat(err).contains("error[vlan-range]", "the lab to start from, has errors");
    assertThat(review(BEFORE, "--to", bad.toString(), "-o", page.toString()))
        .isEqualTo(Exit.FINDINGS);
    assertThat(err).contains("error[vlan-range]").endsWith("nothing was written\n");
    assertThat(page).doesNotExist();
  }

  @Test
  void saysThatThereIsNoSuchVersion() {
    assertThat(review(folder.resolve("nowhere").toString())).isEqualTo(Exit.USAGE);
    assertThat(err).startsWith("error: ");
    assertThat(out).isEmpty();
  }

  @Test
  void startsFromACommitAsAPlanDoes() throws IOException {
    var git = Consumer.require("git");
    var alone =
        Map.of(
            "GIT_CONFIG_GLOBAL", "/dev/null",
            "GIT_CONFIG_SYSTEM", "/dev/null",
            "GIT_AUTHOR_NAME", "a",
            "GIT_AUTHOR_EMAIL", "a@example.org",
            "GIT_COMMITTER_NAME", "a",
            "GIT_COMMITTER_EMAIL", "a@example.org");
    var lab = folder.resolve("home.lab");
    Files.writeString(lab, Files.readString(Path.of(BEFORE)));
    for (var words :
        List.of(
            List.of("init", "-q", "-b", "main"),
            List.of("add", "-A"),
            List.of("commit", "-q", "-m", "first"))) {
      assertThat(git.run(folder, alone, "", words).exitCode()).isZero();
    }
    Files.writeString(lab, Files.readString(Path.of(AFTER)));

    assertThat(review("--lab", folder.toString())).isEqualTo(Exit.FINE);
    assertThat(out)
        .contains("<title>Review of home: HEAD → the lab that lies here</title>")
        .contains(">Interrupted for a while: vm web; no data is lost</h1>");
  }

  private int review(String... arguments) {
    var result = new StringWriter();
    var remarks = new StringWriter();
    var all = new String[arguments.length + 1];
    all[0] = "review";
    System.arraycopy(arguments, 0, all, 1, arguments.length);
    int code = Main.run(all, new Terminal(new PrintWriter(result), new PrintWriter(remarks)));
    out = result.toString();
    err = remarks.toString();
    return code;
  }
}
