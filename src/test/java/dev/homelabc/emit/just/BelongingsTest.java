package dev.homelabc.emit.just;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.emit.Labs;
import dev.homelabc.emit.just.Belongings.Gone;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BelongingsTest {
  private static final String BASE =
      """
      vlan lan {
        id 20
        subnet 10.0.20.0/24
      }
      host box {
        ssh root@box
        bridge vmbr0 {
          uplink enp1s0
          trunk lan
        }
      }
      host shelf {
        ssh ops@shelf
        bridge vmbr0 {
          uplink enp1s0
          trunk lan
        }
      }
      """;

  private static String vm(String name, int number, String host, String more) {
    return """
    vm %s {
      on %s
      vlan lan
      ip 10.0.20.%d
      mac 02:00:00:00:20:%d
      vcpu 1
      memory 1GiB
    %s}
    """
        .formatted(name, host, number, number, more.indent(2));
  }

  private static final String DATA = "share data {\nsource /srv/web\nmount /var/lib/web\n}";
  private static final String DISK =
      "volume db {\nmount /db\nsize 2GiB\nimage /srv/images/db.img\n}";

  private static Map<RelPath, String> build(String former, String... vms) {
    var tree = new OutputTree.Draft();
    JustFiles.add(Labs.of(BASE + String.join("", vms)), former, tree);
    return tree.tree().files();
  }

  private static String list(Map<RelPath, String> files) {
    return String.valueOf(files.get(RelPath.of(JustFiles.LIST)));
  }

  private static List<Gone> gone(String former, String... vms) {
    return Belongings.after(Belongings.read(former), Labs.of(BASE + String.join("", vms))).gone();
  }

  @Test
  void aRemovedVmLeavesItsUnitItsTapAndItsData() {
    var former = list(build("", vm("web", 10, "box", DATA + "\n" + DISK), vm("db", 11, "box", "")));

    assertThat(gone(former, vm("db", 11, "box", "")))
        .containsExactly(
            new Gone(
                "box",
                "root@box",
                true,
                "web",
                "/var/lib/microvms/web",
                List.of("vm-web"),
                List.of("/srv/web"),
                List.of("/srv/images/db.img"),
                List.of("/srv/web", "/srv/images/db.img", "/var/lib/microvms/web")));
  }

  @Test
  void itStaysListedAndASecondBuildMakesTheSame() {
    var first = build("", vm("web", 10, "box", ""), vm("db", 11, "box", ""));
    var second = build(list(first), vm("db", 11, "box", ""));
    assertThat(second).containsKey(RelPath.of("PRUNE.md"));
    assertThat(build(list(second), vm("db", 11, "box", ""))).isEqualTo(second);
  }

  @Test
  void aVmThatComesBackLeavesTheList() {
    var with = vm("web", 10, "box", "");
    var without = build(list(build("", with)));
    assertThat(build(list(without), with)).doesNotContainKey(RelPath.of("PRUNE.md"));
  }

  @Test
  void aVmThatMovedLeavesThingsOnItsFormerHostOnly() {
    var former = list(build("", vm("web", 10, "box", DATA)));
    assertThat(gone(former, vm("web", 10, "shelf", DATA)))
        .extracting(Gone::host, Gone::vm)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("box", "web"));
  }

  @Test
  void whatAnotherVmUsesIsNotListed() {
    var former = list(build("", vm("web", 10, "box", DATA)));
    assertThat(gone(former, vm("www", 10, "box", DATA)))
        .extracting(Gone::paths)
        .containsExactly(List.of("/var/lib/microvms/web"));
  }

  @Test
  void noPathIsListedThatTouchesWhatAnotherVmHas() {
    var former = list(build("", vm("web", 10, "box", DATA)));
    for (var neighbour :
        List.of(
            DATA.replace("mount /var/lib/web", "mount /var/lib/web\nread-only"),
            DATA.replace("/srv/web", "/srv/web/photos"),
            DATA.replace("/srv/web", "/srv"),
            DISK.replace("/srv/images", "/srv/web"))) {
      assertThat(gone(former, vm("keep", 11, "box", neighbour)))
          .as(neighbour)
          .extracting(Gone::paths)
          .containsExactly(List.of("/var/lib/microvms/web"));
    }
    assertThat(gone(former, vm("keep", 11, "box", DATA.replace("/srv/web", "/srv/web2"))))
        .extracting(Gone::paths)
        .containsExactly(List.of("/srv/web", "/var/lib/microvms/web"));
  }

  @Test
  void aHostIsReachedAsItIsToday() {
    var former = list(build("", vm("web", 10, "box", ""))).replace("root@box", "old@box");
    assertThat(gone(former)).extracting(Gone::login).containsExactly("root@box");
  }

  @Test
  void aHostThatWentTooIsReachedAsItWas() {
    var former = "attic ops@attic web state /var/lib/microvms/web\n";
    assertThat(gone(former))
        .extracting(Gone::login, Gone::isRoot)
        .containsExactly(org.assertj.core.groups.Tuple.tuple("ops@attic", false));
  }

  @Test
  void linesThatNobodyPrintedAreNone() {
    assertThat(
            Belongings.read(
                """
                # a

                x y
                <<<<<<< HEAD
                box root@x$(id) web state /var/lib/x
                box root@x web tap a;b
                box root@x web state x
                box root@x web home /x
                """))
        .isEmpty();
  }

  @Test
  void aLabWithoutVmsHasNoList() {
    assertThat(build("")).containsOnlyKeys(RelPath.of("justfile"));
  }
}
