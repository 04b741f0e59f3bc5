package dev.homelabc.graph;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Language;
import dev.homelabc.fleet.Fleet;
import dev.homelabc.model.Lab;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

/// A small change of a lab moves little.
class StabilityTest {
  private static final String HOSTS =
      """
      vlan management {
        id 10
        subnet 10.0.10.0/24
      }
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      profile small {
        vcpu 1
        memory 1GiB
      }
      host one {
        bridge vmbr0 {
          uplink eth0
          trunk management services
        }
      }
      host two {
        bridge vmbr0 {
          uplink eth0
          trunk management services
        }
      }
      """;

  private static String vm(String name, String host, String vlan, int octet) {
    var net = vlan.equals("services") ? 20 : 10;
    return """
    vm %s {
      profile small
      on %s
      vlan %s
      ip 10.0.%4$d.%5$d
      mac 02:00:00:00:%4$d:%5$d
    }
    """
        .formatted(name, host, vlan, net, octet);
  }

  private static final String LAB =
      HOSTS
          + vm("a", "one", "management", 10)
          + vm("b", "one", "services", 11)
          + vm("c", "two", "management", 12)
          + vm("d", "two", "services", 13);

  @Test
  void theSameLabIsTheSamePicture() {
    assertThat(all(Drawn.lab("golden/graph/corners")))
        .isEqualTo(all(Drawn.lab("golden/graph/corners")));
  }

  /// Numbers too: some locales have digits of their own.
  @Test
  @ResourceLock(Resources.LOCALE)
  void thePictureDoesNotDependOnTheLocale() {
    var lab = Drawn.lab("golden/graph/corners");
    var usual = all(lab);
    var locale = Locale.getDefault();
    try {
      Locale.setDefault(Locale.forLanguageTag("ar-EG-u-nu-arab"));
      assertThat(all(lab)).isEqualTo(usual);
    } finally {
      Locale.setDefault(locale);
    }
  }

  private static List<String> all(Lab lab) {
    return Stream.of(View.values())
        .flatMap(view ->
            Stream.of(GraphFormat.values())
                .map(format -> format.print(view.of(lab, Language.ENGLISH))))
        .toList();
  }

  @Test
  void anotherVmMovesNoOtherOneSideways() {
    var before = columns(Drawn.of(Drawn.of(LAB), View.NETWORK));
    var after = columns(Drawn.of(Drawn.of(LAB + vm("e", "one", "services", 14)), View.NETWORK));
    assertThat(after).containsAllEntriesOf(before).containsKey("vm:e");
  }

  private static Map<String, Integer> columns(Drawn drawn) {
    return drawn.cells().collect(Collectors.toMap(Map.Entry::getKey, it -> it.getValue().x()));
  }

  @Test
  void anotherVmMovesNothingThatIsAboveIt() {
    var before = Drawn.of(Drawn.of(LAB), View.HOSTS);
    var after = Drawn.of(Drawn.of(LAB + vm("z", "two", "services", 14)), View.HOSTS);
    assertThat(after.area("host:one")).isEqualTo(before.area("host:one"));
    assertThat(after.area("group:one/first")).isEqualTo(before.area("group:one/first"));
  }

  @Test
  void whatIsWhereOnAHostDoesNotDependOnTheOtherHosts() {
    var before = Drawn.of(Drawn.of(LAB), View.NETWORK);
    var after =
        Drawn.of(Drawn.of(LAB + "vlan lonely {\nid 5\nsubnet 10.0.5.0/24\n}\n"), View.NETWORK);
    assertThat(relative(after, "host:two")).isEqualTo(relative(before, "host:two"));
    assertThat(after.graph().tints()).containsAllEntriesOf(before.graph().tints());
  }

  /// The places of what is in a frame, from its corner.
  private static Map<String, String> relative(Drawn drawn, String frame) {
    var corner = drawn.area(frame);
    return drawn
        .graph()
        .all()
        .filter(it -> it.id().equals(frame))
        .flatMap(it -> it.inside().stream())
        .collect(
            Collectors.toMap(
                Node::id,
                it ->
                    (drawn.area(it.id()).x() - corner.x())
                        + " "
                        + (drawn.area(it.id()).y() - corner.y())));
  }

  @Test
  void hostsKeepTheirOrderWhereTwoHundredVmsAreOneMore() {
    assertThat(order(200)).isEqualTo(order(201).subList(0, 2));
  }

  private static List<String> order(int vms) {
    var drawn = Drawn.of(Drawn.of(new Fleet(vms).text()), View.NETWORK);
    return drawn.graph().nodes().stream()
        .filter(it -> it.kind() == Kind.HOST)
        .sorted(Comparator.comparingInt(it -> drawn.area(it.id()).y()))
        .map(Node::id)
        .toList();
  }
}
