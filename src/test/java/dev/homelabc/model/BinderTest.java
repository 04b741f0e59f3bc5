package dev.homelabc.model;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.source.SourceFile;
import dev.homelabc.syntax.Parser;
import dev.homelabc.value.Dhcp;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.VolumeFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class BinderTest {
  private static final String NETWORK =
      """
      host box
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      """;

  private static final String NIC =
      """
        vlan services
        ip 10.0.20.10
        mac 02:00:00:00:20:10
      """;

  private static final String SIZE = "  vcpu 2\n  memory 4GiB\n";

  @Test
  void a_vm_gets_its_defaults_with_the_declaration_as_their_origin() {
    var vm = vm("vm web {\n" + NIC + SIZE + "}\n");
    assertThat(vm.on().value().name().text()).isEqualTo("box");
    assertThat(vm.hypervisor().value()).isEqualTo(Hypervisor.QEMU);
    assertThat(vm.nic().device().orElseThrow().value().text()).isEqualTo("vm-web");
    assertThat(vm.nic().device().orElseThrow().origin().isDefault()).isTrue();
    assertThat(vm.nic().device().orElseThrow().place().text()).isEqualTo("web");
    assertThat(vm.hostname().text()).isEqualTo("web");
    assertThat(vm.vsock()).isEmpty();
    assertThat(vm.autostart().value()).isTrue();
    assertThat(vm.memory().value().mib()).isEqualTo(4096);
    assertThat(vm.memory().place().text()).isEqualTo("4GiB");
  }

  @Test
  void a_lab_without_a_lab_statement_has_a_name_and_releases() {
    var lab = lab(NETWORK);
    assertThat(lab.name().value().text()).isEqualTo("homelab");
    assertThat(lab.stateVersion().value()).isEqualTo("25.11");
    assertThat(lab.hosts().getFirst().bridge().name().value().text()).isEqualTo("vmbr0");
  }

  @Test
  void profiles_apply_from_left_to_right_and_the_vm_has_the_last_word() {
    var vm =
        vm(
            """
            profile small { vcpu 1; memory 1GiB; port ssh 22; port web 80 }
            profile big { profile small; vcpu 8; port web 8080 }
            vm web {
              profile small big
            """
                + NIC
                + "  memory 2GiB\n  port ssh 2222\n}\n");
    assertThat(vm.vcpu().value()).isEqualTo(8);
    assertThat(vm.vcpu().origin().profile()).contains("big");
    assertThat(vm.memory().value().mib()).isEqualTo(2048);
    assertThat(vm.memory().origin().profile()).isEmpty();
    assertThat(vm.ports())
        .extracting(it -> it.name() + " " + it.range())
        .containsExactly("ssh 2222", "web 8080");
  }

  @Test
  void keyed_blocks_merge_property_by_property_and_services_key_by_key() {
    var vm =
        vm(
            """
            profile node {
              volume data { size 2GiB; format qcow2 }
              service web { port 80; mode fast }
              nix "{ a = 1; }"
            }
            vm web {
              profile node
              volume data { mount /data; size 4GiB }
              service web { port 8080 }
              nix "{ b = 2; }"
            """
                + NIC
                + SIZE
                + "}\n");
    var volume = vm.volumes().getFirst();
    assertThat(volume.size().value().mib()).isEqualTo(4096);
    assertThat(volume.format().value()).isEqualTo(VolumeFormat.QCOW2);
    assertThat(((Setting.Attributes) settings(vm)).values())
        .containsEntry("enable", new Setting.Flag(true))
        .containsEntry("port", new Setting.Whole(8080))
        .containsEntry("mode", new Setting.Text("fast"));
    assertThat(vm.nix()).extracting(Sourced::value).containsExactly("{ a = 1; }", "{ b = 2; }");
  }

  @Test
  void service_values_are_data_of_the_kind_that_they_look_like() {
    var vm =
        vm(
            "vm web {\n"
                + NIC
                + SIZE
                + """
                  service app {
                    enable false
                    n 5000
                    negative -1
                    text "5000"
                    octal 0755
                    fraction 0.5
                    nothing null
                    many a 1 true
                    one [ a ]
                    none [ ]
                    nested { "a.b" x }
                    code "${pkgs.x}"
                  }
                }
                """);
    assertThat(settings(vm))
        .hasToString(
            "Attributes[values={enable=Flag[value=false], n=Whole[value=5000],"
                + " negative=Whole[value=-1], text=Text[value=5000], octal=Text[value=0755],"
                + " fraction=Text[value=0.5], nothing=Nothing[],"
                + " many=Sequence[values=[Text[value=a], Whole[value=1], Flag[value=true]]],"
                + " one=Sequence[values=[Text[value=a]]], none=Sequence[values=[]],"
                + " nested=Attributes[values={a.b=Text[value=x]}], code=Text[value=${pkgs.x}]}]");
  }

  @Test
  void an_address_from_dhcp_is_none_that_a_text_may_name() {
    var vm = "vm web {\n" + NIC.replace("10.0.20.10", "dhcp") + SIZE + "  replicas 2\n";

    assertThat(lab(NETWORK + vm + "}\n").microVms())
        .allSatisfy(it -> assertThat(it.nic().ip().value()).isEqualTo(new Dhcp()))
        .allSatisfy(it -> assertThat(it.nic().address()).isEmpty());
    assertThat(diagnostics(NETWORK + vm + "  description \"at ${ip}\"\n}\n"))
        .extracting(it -> it.code().name())
        .containsExactly("unknown-interpolation");
  }

  @Test
  void replicas_count_names_and_addresses_up() {
    var lab =
        lab(
            NETWORK
                + "vm web {\n"
                + NIC
                + SIZE
                + "  replicas 2\n  vsock 7\n  tap \"t-${index}\"\n"
                + "  description \"${name} of ${lab} at ${ip}, $${x}\"\n}\n");
    assertThat(lab.microVms())
        .extracting(
            it -> it.name().text(),
            it -> it.nic().ip() + " " + it.nic().mac() + " " + it.nic().device().orElseThrow(),
            it -> it.vsock().orElseThrow().value().number(),
            it -> it.description().orElseThrow().value())
        .containsExactly(
            tuple(
                "web-01",
                "10.0.20.10 02:00:00:00:20:10 t-1",
                7L,
                "web-01 of homelab at 10.0.20.10, ${x}"),
            tuple(
                "web-02",
                "10.0.20.11 02:00:00:00:20:11 t-2",
                8L,
                "web-02 of homelab at 10.0.20.11, ${x}"));
  }

  @Test
  void replicas_may_be_counted_otherwise_for_once() {
    var vm = "vm web {\n" + NIC + SIZE + "  replicas 2\n}\n";
    var files = List.of(parsed("a.lab", NETWORK + vm));

    assertThat(Binder.bind(files, Assignments.NONE, Map.of("web", 3)).lab().microVms())
        .extracting(it -> it.name().text())
        .containsExactly("web-01", "web-02", "web-03");
    assertThat(Binder.bind(files, Assignments.NONE, Map.of("web", 1, "db", 9)).lab().microVms())
        .extracting(it -> it.name().text())
        .containsExactly("web-01");
  }

  @Test
  void the_name_of_a_group_means_all_its_replicas_as_nodes() {
    var lab =
        lab(
            NETWORK
                + "vm node {\n"
                + NIC
                + SIZE
                + "  replicas 3\n"
                + "}\n"
                + "cluster k8s {\n"
                + "  control-plane node-01\n"
                + "  worker node box\n"
                + "}\n");
    var cluster = lab.clusters().getFirst();
    assertThat(cluster.controlPlane()).extracting(Sourced::toString).containsExactly("node-01");
    assertThat(cluster.workers())
        .extracting(Sourced::toString)
        .containsExactly("node-01", "node-02", "node-03", "box");
    assertThat(cluster.podCidr().value()).hasToString("10.244.0.0/16");
  }

  @Test
  void a_slip_in_a_keyword_or_a_missing_target_is_one_finding() {
    assertThat(findings(NETWORK + "vm web {\n" + NIC + "  cpu 1\n  RAM 1GiB\n}\n"))
        .containsExactly(
            "unknown-property: `cpu` is not known in `vm`",
            "unknown-property: `RAM` is not known in `vm`");
    assertThat(findings(NETWORK.replace("vlan", "Vlan") + "vm web {\n" + NIC + SIZE + "}\n"))
        .containsExactly("unknown-property: `Vlan` is not known in a lab");
    var rhel = "vm rhel {\n  image https://a.example/b\n  disk 4GiB\n" + SIZE + "}\n";
    assertThat(findings("host box\nopenshift p\n" + rhel))
        .containsExactly("missing-property: vm `rhel` has no `on`, and would run on a host");
    assertThat(findings("host box\n" + rhel))
        .containsExactly("homeless-vm: the lab has no OpenShift project to run its VMs");
  }

  @Test
  void advice_names_the_word_that_was_meant_or_where_it_belongs() {
    var vm = NETWORK + "vm web {\n" + NIC + SIZE;
    assertThat(help(vm + "  mem 1GiB\n}\n")).containsExactly("did you mean `memory`?");
    assertThat(help(vm + "  cores 1\n}\n")).containsExactly("did you mean `vcpu`?");
    assertThat(help(vm + "  host box\n}\n")).containsExactly("did you mean `on`?");
    assertThat(help(vm + "  host x {\n  }\n}\n"))
        .containsExactly("`host` belongs at the top of a file, outside of every block");
    assertThat(help(vm + "  mount /srv\n}\n"))
        .containsExactly("`mount` belongs in `share { … }` or `volume { … }`");
    assertThat(help(vm + "  description a b\n}\n"))
        .containsExactly("put the text in quotes: `description \"a b\"`");
    assertThat(help(vm + "  tap vm web\n}\n"))
        .containsExactly("write it without a blank: `tap vmweb`");
    assertThat(help(vm + "  replicas 2 times\n}\n")).containsExactly("write `replicas 2` alone");
    assertThat(help(vm + "  port web:80\n}\n"))
        .containsExactly("put a blank between the two: `port web 80`");
    assertThat(help(vm.replace("vlan services\n  ip", "vlan 20\n  ip") + "}\n"))
        .containsExactly("write `services`, the name of the VLAN with this id");
  }

  @Test
  void values_with_commas_between_them_are_one_finding() {
    assertThat(findings("vlan a { id 2; subnet 10.0.2.0/24; dns 10.0.2.2,10.0.2.3 }\n"))
        .containsExactly(
            "foreign-syntax: commas stand between the values, where this language has blanks");
  }

  @Test
  void a_vm_runs_on_the_only_host_or_where_on_says() {
    assertThat(
            findings(
                "host a\nhost b\nvlan services { id 2; subnet 10.0.20.0/24 }\nvm web {\n"
                    + NIC
                    + SIZE
                    + "}\n"))
        .containsExactly("missing-property: vm `web` has no `on`");
    assertThat(findings("vm web {\n  vcpu 1\n  memory 1GiB\n}\nvm db {\n" + NIC + SIZE + "}\n"))
        .containsExactly("homeless-vm: the lab has no host to run its VMs");
    assertThat(
            lab("openshift web-team { network lan { bridge br1 } }\nvm db {\n"
                    + SIZE
                    + "  image https://example.com/a.qcow2\n  disk 9GiB\n  network lan\n}\n")
                .openShiftVms())
        .hasSize(1);
  }

  @Test
  void br_ex_means_localnet() {
    var project =
        lab("openshift p { network a { bridge br-ex }; network b { bridge br1 } }\n")
            .projects()
            .getFirst();
    assertThat(project.networks().get(0).link())
        .isInstanceOfSatisfying(
            OpenShiftProject.Link.Localnet.class,
            it -> assertThat(it.physical().value()).isEqualTo("br-ex-physnet"));
    assertThat(project.networks().get(1).link())
        .isInstanceOf(OpenShiftProject.Link.LinuxBridge.class);
  }

  @Test
  void a_network_in_a_vlan_of_the_lab_has_its_subnet_and_gateway() {
    var networks =
        lab("""
        vlan services {
          id 20
          subnet 10.0.20.0/24
          gateway 10.0.20.1
        }
        openshift p {
          network a {
            bridge br1
            vlan services
          }
          network b {
            bridge br1
            vlan 30
          }
        }
        """)
            .projects()
            .getFirst()
            .networks();
    assertThat(networks.get(0).vlan().orElseThrow()).hasToString("20");
    assertThat(networks.get(0).range().orElseThrow()).hasToString("10.0.20.0/24");
    assertThat(networks.get(0).gateway().orElseThrow()).hasToString("10.0.20.1");
    assertThat(networks.get(1).vlan().orElseThrow()).hasToString("30");
    assertThat(networks.get(1).range()).isEmpty();
    assertThat(findings("openshift p {\n  network a {\n    bridge br1\n    vlan 4095\n  }\n}\n"))
        .containsExactly("vlan-range: `4095` is not a VLAN id, a number from 1 to 4094");
  }

  @Test
  void a_property_of_another_platform_names_the_profile_that_brought_it() {
    var findings =
        diagnostics(
            NETWORK + "profile p { disk 9GiB }\nvm web {\n  profile p\n" + NIC + SIZE + "}\n");
    assertThat(findings).hasSize(1);
    assertThat(findings.getFirst().code().name()).isEqualTo("wrong-platform");
    assertThat(findings.getFirst().primary().place().text()).isEqualTo("disk 9GiB");
    assertThat(findings.getFirst().others().getFirst().text().toString()).contains("profile `p`");
  }

  @Test
  void a_broken_profile_line_is_one_finding_however_many_vms_apply_it() {
    var vms =
        IntStream.range(1, 9)
            .mapToObj(i ->
                "vm web%d {\n  profile p\n  vlan services\n  ip 10.0.20.%d\n  mac 02:00:00:00:20:0%d\n}\n"
                    .formatted(i, i, i))
            .reduce("", String::concat);
    assertThat(findings(NETWORK + "profile p { vcpu 1; memory 1GB2 }\n" + vms))
        .containsExactly("bad-size: `1GB2` is not a size");
    assertThat(findings(NETWORK + "profile p { vcpu 1; memory \"${x}\" }\n" + vms))
        .containsExactly("unknown-interpolation: `${x}` names nothing that is known here");
    assertThat(
            findings(
                NETWORK
                    + "profile p { vcpu 1; memory 1GiB; vlan srvices }\n"
                    + vms.replace("  vlan services\n", "")))
        .containsExactly("unknown-name: `srvices` is not among the VLANs");
  }

  @Test
  void what_is_spoilt_is_not_missed_as_well() {
    assertThat(
            findings("vlan services { id x; subnet 10.0.20.0/24 }\nhost box { route services }\n"))
        .containsExactly("vlan-range: `x` is not a VLAN id, a number from 1 to 4094");
    assertThat(findings("vlan services {\n  id \"\n  subnet 10.0.20.0/24\n}\n")).isEmpty();
  }

  @Test
  void targets_share_one_name_space() {
    assertThat(findings("host web\nopenshift web { }\n"))
        .containsExactly("duplicate-name: `openshift web` is declared a second time, as a `host`");
    assertThat(
            findings(
                NETWORK + "host web-02\nvm web {\n  on box\n" + NIC + SIZE + "  replicas 2\n}\n"))
        .containsExactly(
            "duplicate-name: `vm web-02` is declared a second time, counting replicas");
    assertThat(findings("lab a\nlab b\n"))
        .containsExactly("duplicate-name: the lab is declared twice");
  }

  @Test
  void a_switch_alone_is_true() {
    var vm =
        vm(
            "vm web {\n"
                + NIC
                + SIZE
                + "  autostart false\n"
                + "  share a { source /a; mount /b; read-only }\n}\n");
    assertThat(vm.autostart().value()).isFalse();
    assertThat(vm.shares().getFirst().readOnly().value()).isTrue();
  }

  @Test
  void the_order_of_declarations_and_files_does_not_matter() {
    var one = "vm web {\n" + NIC + SIZE + "}\n";
    var there = Binder.bind(List.of(parsed("a.lab", one), parsed("b.lab", NETWORK)));
    var back = Binder.bind(List.of(parsed("b.lab", NETWORK), parsed("a.lab", one)));
    assertThat(there.diagnostics()).isEmpty();
    assertThat(there.lab().microVms()).hasToString(back.lab().microVms().toString());
  }

  @Test
  void an_interpolation_is_found_where_it_stands_in_a_text() {
    var source =
        NETWORK
            + "vm web {\n"
            + NIC
            + SIZE
            + "  description \"\"\"\n    ${name}\n    ${nam}\n    \"\"\"\n}\n";
    var finding = diagnostics(source).getFirst();
    assertThat(finding.primary().place().text()).isEqualTo("${nam}");
    assertThat(finding.help().getFirst()).hasToString("did you mean `name`?");
  }

  private static org.assertj.core.groups.Tuple tuple(Object... values) {
    return org.assertj.core.groups.Tuple.tuple(values);
  }

  private static MicroVm vm(String declarations) {
    return lab(NETWORK + declarations).microVms().getFirst();
  }

  private static Lab lab(String text) {
    var bound = Binder.bind(List.of(parsed("a.lab", text)));
    assertThat(bound.diagnostics()).isEmpty();
    return bound.lab();
  }

  private static dev.homelabc.syntax.Parsed parsed(String path, String text) {
    return Parser.parse(new SourceFile(path, text));
  }

  private static List<Diagnostic> diagnostics(String text) {
    return Binder.bind(List.of(parsed("a.lab", text))).diagnostics();
  }

  private static List<String> help(String text) {
    return diagnostics(text).stream()
        .flatMap(it -> it.help().stream())
        .map(it -> it.toString())
        .toList();
  }

  private static List<String> findings(String text) {
    return diagnostics(text).stream().map(it -> it.code().name() + ": " + it.message()).toList();
  }

  private static Setting settings(MicroVm vm) {
    return PlainSetting.of(vm.services().getFirst().settings());
  }
}
