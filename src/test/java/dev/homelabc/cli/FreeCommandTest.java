package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class FreeCommandTest {
  private static final String LAB =
      """
      vlan services {
        id 20
        subnet 10.0.20.0/28
        gateway 10.0.20.1
        dhcp 10.0.20.8-10.0.20.14
      }
      host box
      vm web {
        vlan services
        ip 10.0.20.3
        mac 02:00:00:00:20:04
        vsock 100
        vcpu 1
        memory 1GiB
      }
      vm db {
        vlan services
        ip 10.0.20.5
        mac 02:00:00:00:20:05
        vsock 102
        vcpu 1
        memory 1GiB
      }
      """;

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  @Test
  void leavesOutWhatMachinesGatewayAndPoolHave() throws IOException {
    assertThat(run(LAB, "services")).isEqualTo(Exit.FINE);
    assertThat(out.toString())
        .isEqualTo(
            """
            VLAN services, 10.0.20.0/28: 4 addresses free
              IP                       MAC    CID
              10.0.20.2  02:00:00:00:20:02  20002
              10.0.20.4  02:00:00:00:20:a0  20004
              10.0.20.6  02:00:00:00:20:06  20006
              10.0.20.7  02:00:00:00:20:07  20007

            taken
              the network               10.0.20.0
              the gateway               10.0.20.1
              `web`                     10.0.20.3
              `db`                      10.0.20.5
              the DHCP pool  10.0.20.8-10.0.20.14
              broadcast                10.0.20.15
            """);
  }

  @Test
  void leavesOutWhatRestsInTheLock() throws IOException {
    Files.writeString(folder.resolve("homelab.lock"), "wiki ip 10.0.20.2 freed\n");

    run(LAB, "services", "-n", "1");
    assertThat(out.toString()).contains(": 3 addresses free\n", "  10.0.20.4  ");
  }

  @Test
  void saysInJsonWhoHasTheRest() throws IOException {
    run(LAB, "services", "--format", "json");
    assertThat(out.toString().replaceAll("\\s+", ""))
        .contains("{\"first\":\"10.0.20.8\",\"last\":\"10.0.20.14\",\"owner\":\"theDHCPpool\"}")
        .endsWith("\"hosts\":[]}");
  }

  @Test
  void offersEachOfSeveralMacAddressesOnceWhereTheyCannotShowTheVlan() throws IOException {
    run(LAB.replace("id 20", "id 200").replaceAll("mac 02:00:00:00:20", "mac 02:00:00:00:a0"));
    assertThat(out.toString().lines().filter(it -> it.contains("02:00:00:00:")))
        .extracting(it -> it.replaceAll(".*(02:\\S+).*", "$1"))
        .hasSize(4)
        .doesNotHaveDuplicates();
  }

  @Test
  void goesOnWhereTheCidsOfAHostBegin() throws IOException {
    run(LAB, "box", "--count", "3");
    assertThat(out.toString()).isEqualTo("host box: next CIDs 101, 103, 104\n");
    run("host attic\n", "attic", "-n", "2");
    assertThat(out.toString()).endsWith("host attic: next CIDs 3, 4\n");
  }

  @Test
  void showsAllVlansAndHostsWithoutAName() throws IOException {
    assertThat(run(LAB)).isEqualTo(Exit.FINE);
    assertThat(out.toString()).startsWith("VLAN services, ").contains("\n\nhost box: ");
  }

  @Test
  void saysThatAVlanIsFull() throws IOException {
    run(LAB.replace("10.0.20.8-10.0.20.14", "10.0.20.2-10.0.20.14"), "services");
    assertThat(out.toString())
        .startsWith("VLAN services, 10.0.20.0/28: 0 addresses free\n\ntaken\n");
  }

  @Test
  void countsInJsonToo() throws IOException {
    run(LAB, "--format", "json", "-n", "1");
    assertThat(out.toString().replaceAll("\\s+", ""))
        .isEqualTo(
            "{\"vlans\":[{\"name\":\"services\",\"subnet\":\"10.0.20.0/28\",\"free\":4,\"next\":"
                + "[{\"ip\":\"10.0.20.2\",\"mac\":\"02:00:00:00:20:02\",\"cid\":20002}],\"taken\":[]}],"
                + "\"hosts\":[{\"name\":\"box\",\"cids\":[101]}]}");
  }

  @Test
  void answersWithTheLikeliestName() throws IOException {
    assertThat(run(LAB, "servcies")).isEqualTo(Exit.USAGE);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .endsWith("`servcies` is no VLAN or host; did you mean `services`?\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"0", "-1", "1001", "many"})
  void refusesWhatIsNoCount(String count) throws IOException {
    assertThat(run(LAB, "--count", count)).isEqualTo(Exit.USAGE);
    assertThat(err.toString()).contains("`" + count + "` is not a number from 1 to 1000");
  }

  @Test
  void tellsNothingOfALabThatIsNotReadWhole() throws IOException {
    assertThat(run(LAB.replace("ip 10.0.20.5", ""))).isEqualTo(Exit.FINDINGS);
    assertThat(out.toString()).isEmpty();
    assertThat(err.toString())
        .contains("error[missing-property]")
        .endsWith("what is free can be told when all of the lab can be read\n");
  }

  private int run(String lab, String... options) throws IOException {
    Files.writeString(folder.resolve("home.lab"), lab);
    var args = new ArrayList<>(List.of("free", "--lab", folder.toString()));
    args.addAll(List.of(options));
    var terminal = new Terminal(new PrintWriter(out), new PrintWriter(err));
    return Main.run(args.toArray(String[]::new), terminal);
  }
}
