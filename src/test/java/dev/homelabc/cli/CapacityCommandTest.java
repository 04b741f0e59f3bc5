package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CapacityCommandTest {
  private static final String VMS =
      """
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      profile small {
        profile vague
        vlan services
        memory 1GiB
        volume data {
          mount /var/lib/data
          size 5GiB
        }
      }
      profile vague {
        vcpu 1
      }
      vm web {
        profile small
        on box
        replicas 2
        ip 10.0.20.10
        mac 02:00:00:00:20:10
      }
      """;

  private static final String ONE_HOST = "host box {\ncpus 2\nmemory 8GiB\ndisk 20GiB\n}\n" + VMS;

  private static final String TWO_HOSTS = ONE_HOST + "host rack\n";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void theReadmeShowsWhatItPrints() throws IOException {
    var shown =
        Pattern.compile("```console\n\\$ homelabc (capacity [^\n]*)\n(.*?)```", Pattern.DOTALL)
            .matcher(Files.readString(Path.of("README.md")));
    assertThat(shown.find()).isTrue();
    var args =
        Pattern.compile("'([^']*)'|(\\S+)")
            .matcher(shown.group(1))
            .results()
            .map(it -> it.group(1) == null ? it.group(2) : it.group(1))
            .toArray(String[]::new);

    assertThat(Main.run(args, terminal())).isEqualTo(Exit.FINE);
    assertThat(out.toString()).isEqualTo(shown.group(2));
  }

  @Test
  void addsMoreOfAVmWhereItRuns() throws IOException {
    assertThat(run(TWO_HOSTS, "--what-if", "web x2")).isEqualTo(Exit.FINE);
    assertThat(out.toString())
        .contains("  + web x2    2GiB     2  10GiB\n")
        .contains("  disk    20GiB         0  20GiB     0\n")
        .endsWith("\nit fits\n");
  }

  @Test
  void addsVmsOfAProfileToTheOnlyHost() throws IOException {
    assertThat(run(ONE_HOST, "--what-if", "small")).isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("  + small x1    1GiB     1  5GiB\n");
  }

  @Test
  void failsWhereMemoryWouldNotDo() throws IOException {
    assertThat(run(ONE_HOST, "--what-if", "small x4", "--what-if", "web")).isEqualTo(Exit.FINDINGS);
    assertThat(out.toString())
        .endsWith(
            """

            it does not fit
              host `box` lacks 1GiB of memory
              the volumes on host `box` can grow to 35GiB, and its disk has 20GiB
            """);
  }

  @Test
  void letsBalloonsTakeTurnsAsTheLawDoes() throws IOException {
    var lab = ONE_HOST + "profile elastic {\nvcpu 1\nmemory 5GiB\nballoon true\n}\n";

    assertThat(run(lab, "--what-if", "elastic")).isEqualTo(Exit.FINE);
    assertThat(out.toString())
        .endsWith(
            """

            it fits
              host `box` lacks 1GiB of memory while no balloon gives any back
            """);
  }

  @Test
  void letsAFullDiskPassAsTheLawDoes() throws IOException {
    assertThat(run(ONE_HOST, "--what-if", "small x3")).isEqualTo(Exit.FINE);
    assertThat(out.toString())
        .endsWith(
            "\nit fits\n  the volumes on host `box` can grow to 25GiB, and its disk has 20GiB\n");
  }

  @Test
  void cannotTellForAHostThatStatesNothing() throws IOException {
    assertThat(run(TWO_HOSTS, "--what-if", "small x99 on rack", "--host", "rack"))
        .isEqualTo(Exit.FINE);
    assertThat(out.toString())
        .startsWith("host rack\n")
        .doesNotContain("host box")
        .endsWith(
            """

            whether it fits is unknown
              host `rack` does not state its `memory`
              host `rack` does not state its `cpus`
            """);
  }

  @Test
  void saysTheVerdictInJsonToo() throws IOException {
    assertThat(run(ONE_HOST, "--what-if", "small x9", "--format", "json")).isEqualTo(Exit.FINDINGS);
    assertThat(out.toString())
        .contains("\"supposed\" : true", "\"free\" : -5120")
        .contains("\"fits\" : false,\n  \"lacking\" : [\n    \"host `box` lacks 5GiB of memory\"");
  }

  @Test
  void answersWithTheLikeliestName() throws IOException {
    assertThat(run(ONE_HOST, "--what-if", "smal")).isEqualTo(Exit.USAGE);
    assertThat(err.toString())
        .isEqualTo("`smal` is no VM or profile of this lab; did you mean `small`?\n");
  }

  @Test
  void asksWhereAProfileWouldRun() throws IOException {
    assertThat(run(TWO_HOSTS, "--what-if", "small x2")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).isEqualTo("say where `small` would run, as in `small x2 on box`\n");
    assertThat(run(TWO_HOSTS, "--what-if", "small on rak")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).endsWith("`rak` is no host or project; did you mean `rack`?\n");
  }

  @Test
  void doesNotGuessWhatAProfileLeavesOpen() throws IOException {
    assertThat(run(ONE_HOST, "--what-if", "vague")).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).isEqualTo("profile `vague` does not say its `memory`\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "web x0", "web 2", "web x2 on", "web x99999", "web x2 x2"})
  void refusesWhatIsNoQuestion(String question) throws IOException {
    assertThat(run(ONE_HOST, "--what-if", question)).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("is not like `web`, `web x2` or `web x2 on HOST`");
  }

  @Test
  void asksAboutAVmWithASwitchAlone() throws IOException {
    var lab = ONE_HOST.replace("  on box\n", "  on box\n  balloon\n");

    assertThat(run(lab, "--what-if", "web x2")).isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("+ web x2");
  }

  @Test
  void showsTheLedgerOfALabThatBreaksALaw() throws IOException {
    assertThat(run(ONE_HOST.replace("8GiB", "3GiB"))).isEqualTo(Exit.FINDINGS);
    assertThat(err.toString()).startsWith("error[memory-overcommit]");
    assertThat(out.toString()).contains("  memory   3GiB      2GiB   2GiB  -1GiB\n");
  }

  @Test
  void tellsNothingOfALabThatIsNotReadWhole() throws IOException {
    assertThat(run(ONE_HOST.replace("memory 1GiB", ""))).isEqualTo(Exit.FINDINGS);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .startsWith("error[missing-property]")
        .endsWith("the capacity of a lab can be told when all of it can be read\n");
  }

  private int run(String lab, String... options) throws IOException {
    Files.writeString(folder.resolve("home.lab"), lab);
    var args = new ArrayList<>(List.of("capacity", folder.toString()));
    args.addAll(List.of(options));
    return Main.run(args.toArray(String[]::new), terminal());
  }

  private Terminal terminal() {
    return new Terminal(new PrintWriter(out), new PrintWriter(err));
  }
}
