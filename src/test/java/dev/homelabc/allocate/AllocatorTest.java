package dev.homelabc.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.compiler.Compilation;
import dev.homelabc.compiler.Compiler;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AllocatorTest {
  private static final String NETWORK =
      """
      host box
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      """;

  @Test
  void theNextAddressIsTheLowestThatIsNobodys() {
    var lab =
        """
        lab home {
          dns 10.0.20.3
        }
        host box {
          route services
          ip services 10.0.20.2
        }
        vlan services {
          id 20
          subnet 10.0.20.0/28
          gateway 10.0.20.1
          dhcp 10.0.20.6-10.0.20.9
        }
        """
            + vm("stated", "10.0.20.4")
            + vm("a", "auto")
            + vm("b", "auto")
            + vm("c", "auto");

    assertThat(entries(lab, "old ip 10.0.20.10 freed"))
        .contains("a ip 10.0.20.5", "b ip 10.0.20.11", "c ip 10.0.20.12");
  }

  @Test
  void bothAddressesOfALinkAreMachines() {
    var lab = NETWORK.replace("10.0.20.0/24", "10.0.20.0/31") + vm("a", "auto") + vm("b", "auto");

    assertThat(entries(lab)).contains("a ip 10.0.20.0", "b ip 10.0.20.1");
  }

  @ParameterizedTest
  @CsvSource({
    "20, 10.0.20.7, 02:00:00:00:20:07",
    "99, 10.0.20.99, 02:00:00:00:99:99",
    "5, 10.0.20.10, 02:00:00:00:05:10",
    "20, 10.0.20.100, 02:00:00:00:20:a0",
    "20, 10.0.20.195, 02:00:00:00:20:ff",
    "20, 10.0.20.196, 02:00:00:00:20:a0",
    "100, 10.0.20.7, 02:00:00:00:a0:00",
    "untagged, 10.0.20.7, 02:00:00:00:00:07",
  })
  void aMacAddressShowsVlanAndHostWhereTwoDigitsDo(String id, String ip, String mac) {
    var lab = NETWORK.replace("id 20", "id " + id) + vm("a", ip);

    assertThat(entries(lab)).containsExactly("a mac " + mac);
  }

  @Test
  void aMacAddressThatIsTakenGivesWayToOneWithALetter() {
    var lab =
        NETWORK
            + vm("a", "10.0.20.7\n  mac 02:00:00:00:20:08")
            + vm("b", "10.0.20.8")
            + vm("c", "dhcp");

    assertThat(entries(lab)).containsExactly("b mac 02:00:00:00:20:a0", "c mac 02:00:00:00:20:a1");
  }

  @Test
  void thePrefixIsForWhatIsNew() {
    var lab = "lab home {\n  mac-prefix 06:01:02:03\n}\n" + NETWORK;

    assertThat(
            entries(lab + vm("a", "10.0.20.7") + vm("b", "10.0.20.8"), "a mac 02:00:00:00:20:07"))
        .containsExactly("a mac 02:00:00:00:20:07", "b mac 06:01:02:03:20:08");
  }

  @Test
  void aCidShowsVlanAndHostOrIsTheLowest() {
    var mac = "\n  mac 02:00:00:00:20:0";
    var lab =
        NETWORK
            + vm("a", "10.0.20.7" + mac + "1\n  vsock 20008")
            + vm("b", "10.0.20.8" + mac + "2\n  vsock auto")
            + vm("c", "10.0.20.9" + mac + "3\n  vsock auto")
            + vm("d", "dhcp" + mac + "4\n  vsock auto");

    assertThat(entries(lab)).containsExactly("b vsock 3", "c vsock 20009", "d vsock 4");
  }

  @Test
  void aCidFollowsTheFirstInterfaceOfWhateverKind() {
    var lab =
        NETWORK
            + """
            vm web {
              vsock auto
              vcpu 1
              memory 1GiB
              interface lan {
                vlan services
                ip auto
                tap vm-web
              }
              interface backup {
                vlan services
                ip auto
                tap auto
              }
            }
            """;

    assertThat(entries(lab))
        .containsExactly(
            "web vsock 20002",
            "web/backup ip 10.0.20.1",
            "web/backup mac 02:00:00:00:20:01",
            "web/backup tap vm-web-backup",
            "web/lan ip 10.0.20.2",
            "web/lan mac 02:00:00:00:20:02");
  }

  @Test
  void aMacAddressWithALetterShowsNoVlan() {
    var lab = NETWORK + vm("a", "10.0.20.7");

    assertThat(compile(lab, "a mac 02:00:00:00:a0:05").diagnostics()).isEmpty();
    assertThat(compile(lab, "a mac 02:00:00:00:30:05").diagnostics())
        .extracting(it -> it.code().name())
        .containsExactly("moved-address");
  }

  @Test
  void aTapIsTheNameAsFarAsLinuxTakesIt() {
    var mac = "\n  mac 02:00:00:00:20:0";
    var lab =
        NETWORK
            + vm("web", "10.0.20.7" + mac + "1\n  tap auto")
            + vm("db", "10.0.20.8" + mac + "2\n  tap vm-web")
            + vm("kubernetes-worker-1", "10.0.20.9" + mac + "3\n  tap auto")
            + vm("kubernetes-worker-2", "10.0.20.10" + mac + "4\n  tap auto");

    assertThat(entries(lab))
        .allMatch(it -> it.split(" ", -1)[2].length() <= 15)
        .contains("web tap vm-web-2")
        .doesNotHaveDuplicates()
        .hasSize(3);
  }

  @Test
  void whatAVmStatesLeavesTheLock() {
    var lab = NETWORK + vm("web", "10.0.20.9\n  mac auto");

    assertThat(entries(lab, "web ip 10.0.20.9", "web mac 02:00:00:00:20:09"))
        .containsExactly("web mac 02:00:00:00:20:09");
    assertThat(entries(lab, "web ip 10.0.20.8", "web mac 02:00:00:00:20:09"))
        .containsExactly("web ip 10.0.20.8 freed", "web mac 02:00:00:00:20:09");
  }

  @Test
  void aPoolOverALockedAddressMovesNothing() {
    var lab =
        NETWORK.replace("/24", "/24\n  dhcp 10.0.20.1-10.0.20.9")
            + vm("web", "auto\n  mac 02:00:00:00:20:10");

    assertThat(entries(lab, "web ip 10.0.20.5")).containsExactly("web ip 10.0.20.5");
  }

  @Test
  void aVlanWithAnotherSubnetKeepsTheNumbersOfItsVms() {
    var lab = NETWORK.replace("10.0.20.0/24", "10.7.0.0/16") + vm("a", "auto") + vm("z", "auto");

    assertThat(entries(lab, "z ip 10.0.20.1", "z mac 02:00:00:00:20:01"))
        .contains("a ip 10.7.0.1", "z ip 10.7.20.1", "z ip 10.0.20.1 freed");
  }

  /// What one branch took away and the other left alone is gone.
  @Test
  void aMergeWithItsBaseGivesWhatWasChanged() {
    var lab = NETWORK + vm("web", "auto\n  mac 02:00:00:00:20:10");

    assertThat(
            entries(
                lab,
                "<<<<<<< HEAD",
                "web ip 10.0.20.5",
                "||||||| base",
                "web ip 10.0.20.5",
                "=======",
                "web ip 10.0.20.9",
                ">>>>>>> branch"))
        .containsExactly("web ip 10.0.20.5 freed", "web ip 10.0.20.9");
  }

  @Test
  void whatBothBranchesSayComesBeforeTheName() {
    var lab =
        NETWORK
            + vm("app", "auto\n  mac 02:00:00:00:20:10")
            + vm("web", "auto\n  mac 02:00:00:00:20:11");

    assertThat(
            entries(
                lab,
                "<<<<<<< HEAD",
                "app ip 10.0.20.5",
                "web ip 10.0.20.5",
                "=======",
                "web ip 10.0.20.5",
                ">>>>>>> branch"))
        .containsExactly("app ip 10.0.20.1", "web ip 10.0.20.5");
  }

  @Test
  void theBookTellsWhoHasWhatAndWhatIsNext() {
    var compilation =
        compile(
            NETWORK.replace("/24", "/29\n  dhcp 10.0.20.4-10.0.20.5") + vm("web", "auto"),
            "old ip 10.0.20.1 freed");
    var lab = compilation.lab().orElseThrow();
    var vlan = lab.vlans().getFirst();
    var book = AddressBook.of(lab, compilation.lock());

    assertThat(book.taken(vlan))
        .extracting(it -> it.first() + " " + it.last() + " " + it.owner())
        .containsExactly(
            "10.0.20.0 10.0.20.0 the network",
            "10.0.20.1 10.0.20.1 freed by `old`",
            "10.0.20.2 10.0.20.2 `web`",
            "10.0.20.4 10.0.20.5 the DHCP pool",
            "10.0.20.7 10.0.20.7 broadcast");
    assertThat(book.countFree(vlan)).isEqualTo(2);
    assertThat(book.next(vlan, 9))
        .extracting(it -> it.ip() + " " + it.mac() + " " + it.cid())
        .containsExactly("10.0.20.3 02:00:00:00:20:03 20003", "10.0.20.6 02:00:00:00:20:06 20006");
  }

  private static String vm(String name, String ip) {
    return "vm %s {\n  vlan services\n  ip %s\n  vcpu 1\n  memory 1GiB\n}\n".formatted(name, ip);
  }

  private static List<String> entries(String lab, String... lock) {
    return compile(lab, lock).lock().all().stream().map(Given::toString).toList();
  }

  private static Compilation compile(String lab, String... lock) {
    var sources =
        SourceSet.of(new SourceFile("a.lab", lab))
            .with(Optional.of(new SourceFile(LockFile.NAME, String.join("\n", lock))));
    var compilation = Compiler.compile(sources, List.of());
    assertThat(compilation.diagnostics()).filteredOn(Diagnostic::isError).isEmpty();
    return compilation;
  }
}
