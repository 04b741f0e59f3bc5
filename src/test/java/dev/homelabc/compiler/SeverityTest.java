package dev.homelabc.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Severity;
import dev.homelabc.source.SourceFile;
import dev.homelabc.source.SourceSet;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// How the findings of a lab weigh, and which of them it allows.
class SeverityTest {
  private static final String VLAN_1 = "vlan one {\n  id 1\n  subnet 10.0.1.0/24\n}\n";

  private static final String PROFILE =
      """
      host box
      vlan services { id 20; subnet 10.0.20.0/24 }
      profile small {
        vlan services
        vcpu 1
        memory 4GB
      }
      vm web {
        profile small
        replicas 3
        ip 10.0.20.10
        mac 02:00:00:00:20:10
      }
      """;

  @Test
  void nothingIsMadeOfALabWithADeniedWarning() {
    assertThat(compile(VLAN_1).tree()).isPresent();

    var denied = compile("lab home {\n  deny default-vlan\n}\n" + VLAN_1);

    assertThat(denied.tree()).isEmpty();
    assertThat(denied.diagnostics())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.severity()).isEqualTo(Severity.ERROR);
          assertThat(it.code().severity()).isEqualTo(Severity.WARNING);
        });
  }

  @Test
  void aCodeThatIsOffIsReportedWhereTheLabWarnsOfIt() {
    assertThat(codes("host box\n")).isEmpty();
    assertThat(codes("lab home {\n  warn no-description\n}\nhost box\n"))
        .containsExactly("no-description");
  }

  @Test
  void anAllowedFindingIsKeptApartWithItsReason() {
    var compilation = compile("# allow default-vlan: no switch\n" + VLAN_1);

    assertThat(compilation.diagnostics()).isEmpty();
    assertThat(compilation.report().allowed())
        .singleElement()
        .satisfies(it -> {
          assertThat(it.finding().code().name()).isEqualTo("default-vlan");
          assertThat(it.reason()).isEqualTo("no switch");
          assertThat(it.place()).hasToString("a.lab:1:9");
        });
  }

  @Test
  void aDeniedWarningCannotBeAllowed() {
    var lab = "lab home {\n  deny default-vlan\n}\n# allow default-vlan: no switch\n" + VLAN_1;
    assertThat(codes(lab)).containsExactly("unused-allow", "default-vlan");
  }

  @Test
  void whatAProfileBringsIsAllowedThere() {
    assertThat(codes(PROFILE)).contains("decimal-unit");

    assertThat(codes(PROFILE.replace("4GB", "4GB # allow decimal-unit: as it is sold")))
        .doesNotContain("decimal-unit", "unused-allow");
    assertThat(codes(PROFILE.replace("vm web", "# allow decimal-unit: as it is sold\nvm web")))
        .contains("decimal-unit", "unused-allow");
  }

  @Test
  void oneCommentAllowsWhatAllReplicasHave() {
    var lab = PROFILE.replace("0/24", "0/24; dhcp 10.0.20.1-10.0.20.99");
    assertThat(codes(lab)).containsExactly("decimal-unit", "ip-in-dhcp-pool");

    assertThat(codes(lab.replace("vm web", "# allow ip-in-dhcp-pool: reserved\nvm web")))
        .containsExactly("decimal-unit");
  }

  @Test
  void aCommentCountsInTheFileWhereTheFindingLies() {
    var sources =
        new SourceSet(
            List.of(new SourceFile("a.lab", "# allow default-vlan: here\nimport \"b.lab\"\n")),
            path -> Optional.of(new SourceFile(path, "# allow default-vlan: there\n" + VLAN_1)));

    var report = Compiler.compile(sources, List.of()).report();

    assertThat(report.allowed()).extracting(it -> it.reason()).containsExactly("there");
    assertThat(report.findings())
        .extracting(it -> it.code().name() + " " + it.primary().place())
        .containsExactly("unused-allow a.lab:1:9");
  }

  @Test
  void noCommentIsCalledUnusedWhileAMistakeMayHideWhatItIsFor() {
    var lab = "# allow default-vlan: it was 1\nvlan one { id 2; subnet 10.0.1.0/24 }\n";
    assertThat(codes(lab)).containsExactly("unused-allow");
    assertThat(codes(lab + "host box {\n")).containsExactly("unclosed-block");
  }

  @Test
  void fixesLeaveAllowedFindingsAlone() {
    var text = PROFILE.replace("4GB", "4GB # allow decimal-unit: as it is sold");
    var fixed = Fixer.fix(SourceSet.of(new SourceFile("a.lab", text)));
    assertThat(fixed.counts()).isEmpty();
    assertThat(fixed.sources().files().getFirst().text()).isEqualTo(text);
  }

  @Test
  void aMisspeltCodeOfACommentIsFixed() {
    var text = "# allow defualt-vlan: no switch\n" + VLAN_1;
    var fixed = Fixer.fix(SourceSet.of(new SourceFile("a.lab", text)));
    assertThat(fixed.sources().files().getFirst().text())
        .isEqualTo("# allow default-vlan: no switch\n" + VLAN_1);
    assertThat(fixed.report().findings()).isEmpty();
  }

  private static List<String> codes(String text) {
    return compile(text).diagnostics().stream().map(it -> it.code().name()).toList();
  }

  private static Compilation compile(String text) {
    return Compiler.compile(SourceSet.of(new SourceFile("a.lab", text)));
  }
}
