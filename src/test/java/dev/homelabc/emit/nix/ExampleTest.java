package dev.homelabc.emit.nix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homelabc.consumer.Nix;
import dev.homelabc.emit.Labs;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import dev.homelabc.value.PortRange;
import dev.homelabc.value.VolumeFormat;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The example lab, as Nix reads what we write, against the lab itself.
class ExampleTest {
  private static final String HOST = "hosts/homelab/";
  private static final String CONSTANTS = "lib/homelab-constants.nix";

  @TempDir private Path folder;
  private final Nix nix = Nix.require();
  private Lab lab;
  private Tree tree;
  private JsonNode values;

  @BeforeEach
  void evaluateAllModules() throws Exception {
    lab = Labs.example();
    tree = Tree.write(lab, folder);
    var expressions = new LinkedHashMap<String, String>();
    for (var vm : lab.microVms()) {
      expressions.put(vm.toString(), tree.module("vms/" + vm + ".nix"));
    }
    for (var file : List.of("default.nix", "network.nix", "microvm-storage.nix", "microvms.nix")) {
      expressions.put(file, tree.module(HOST + file));
    }
    expressions.put("base", tree.module("modules/nixos/k8s-kubeadm-base.nix"));
    expressions.put("worker", tree.module("modules/nixos/k8s-worker-host.nix"));
    expressions.put("constants", tree.value(CONSTANTS));
    expressions.put(
        "unfree",
        "map (import "
            + Nix.path(folder.resolve("vms/vault.nix"))
            + " arguments).nixpkgs.config.allowUnfreePredicate"
            + " [ { pname = \"vault\"; } { pname = \"steam\"; } ]");
    values = Tree.evaluate(nix, expressions);
  }

  @Test
  void everyFileParses() {
    assertThat(tree.files()).hasSize(16);
    nix.parse(tree.files());
  }

  @Test
  void eachVmHasTheMachineThatTheLabGivesIt() {
    assertThat(lab.microVms()).hasSize(6);
    for (var vm : lab.microVms()) {
      var machine = values.get(vm.toString()).get("microvm");
      assertThat(machine.get("hypervisor").textValue()).isEqualTo("qemu");
      assertThat(machine.get("vcpu").intValue()).isEqualTo(vm.vcpu().value());
      assertThat(machine.get("mem").longValue()).isEqualTo(vm.memory().value().mib());
      assertThat(machine.at("/interfaces/0/id").textValue())
          .isEqualTo(vm.nic().device().orElseThrow().toString());
      assertThat(machine.at("/interfaces/0/mac").textValue()).isEqualTo(vm.nic().mac().toString());
      assertThat(machine.get("interfaces")).hasSize(1);
      assertThat(machine.has("vsock")).as("%s has vsock", vm).isEqualTo(vm.vsock().isPresent());
      vm.vsock()
          .ifPresent(cid ->
              assertThat(machine.at("/vsock/cid").longValue()).isEqualTo(cid.value().number()));
    }
    assertThat(values.at("/k8s-worker-1/microvm").has("vsock")).isFalse();
  }

  @Test
  void eachGuestFindsItsInterfaceByMacAddressAndHasAStaticAddress() {
    for (var vm : lab.microVms()) {
      var guest = values.get(vm.toString());
      var lan = guest.at("/systemd/network/networks/10-lan");
      assertThat(texts(lan.at("/matchConfig")))
          .containsExactly("MACAddress=" + vm.nic().mac().toString());
      assertThat(lan.at("/address/0").textValue()).isEqualTo(vm.nic().ip() + "/24");
      assertThat(lan.at("/gateway/0").textValue())
          .isEqualTo(vm.nic().vlan().value().gateway().orElseThrow().toString());
      assertThat(lan.at("/dns/0").textValue()).isEqualTo("192.168.0.1");
      assertThat(guest.at("/networking/useDHCP").booleanValue()).isFalse();
      assertThat(guest.at("/networking/hostName").textValue()).isEqualTo(vm.toString());
    }
  }

  @Test
  void eachGuestSharesTheStoreAndWhatTheLabSays() {
    for (var vm : lab.microVms()) {
      var shares = new ArrayList<List<String>>();
      values.get(vm.toString()).at("/microvm/shares").forEach(share -> shares.add(texts(share)));
      var expected = new ArrayList<List<String>>();
      expected.add(share("/nix/.ro-store", "/nix/store", "ro-store"));
      for (var share : vm.shares()) {
        expected.add(
            share(share.mount().toString(), share.source().toString(), share.name().toString()));
      }
      expected.add(share("/var/lib/ssh", "/var/lib/homelab/" + vm + "/ssh", "ssh_host_keys"));
      assertThat(shares).isEqualTo(expected);
    }
  }

  private static List<String> share(String mount, String source, String tag) {
    return List.of("mountPoint=" + mount, "proto=virtiofs", "source=" + source, "tag=" + tag);
  }

  @Test
  void eachFirewallOpensThePortsOfItsVmInOrder() {
    for (var vm : lab.microVms()) {
      var firewall = values.get(vm.toString()).at("/networking/firewall");
      var ranges = vm.ports().stream().map(port -> port.range().value()).toList();
      assertThat(numbers(firewall.get("allowedTCPPorts")))
          .isEqualTo(
              ranges.stream().filter(PortRange::isSingle).map(PortRange::from).sorted().toList());
      assertThat(firewall.at("/allowedTCPPortRanges/0/from").asInt())
          .isEqualTo(ranges.stream().allMatch(PortRange::isSingle) ? 0 : 30000);
      assertThat(numbers(values.get(vm.toString()).at("/services/openssh/ports")))
          .containsExactly(22);
    }
    assertThat(numbers(values.at("/k8s-master/networking/firewall/allowedTCPPorts")))
        .containsExactly(22, 2379, 2380, 6443, 10250, 10257, 10259);
  }

  @Test
  void qcow2VolumesAreMadeAttachedAndMountedBySerial() {
    for (var vm : lab.microVms()) {
      var module = values.get(vm.toString());
      // What is listed there, QEMU would be told to be raw.
      module
          .at("/microvm/volumes")
          .forEach(it -> assertThat(it.get("image").textValue()).endsWith(".img"));
      assertThat(module.has("fileSystems")).isEqualTo(!vm.volumes().isEmpty());
      for (var volume : qcow2(vm)) {
        var mount = module.get("fileSystems").get(volume.mount().orElseThrow().toString());
        assertThat(mount.get("device").textValue())
            .isEqualTo("/dev/disk/by-id/virtio-" + volume.name());
        assertThat(mount.get("fsType").textValue()).isEqualTo("ext4");
        assertThat(module.at("/microvm/preStart").textValue())
            .contains("truncate -s " + volume.size().value().mib() + "M 'kubelet.qcow2.raw'")
            .contains("/e2fsprogs/bin/mkfs.ext4 -q -L 'kubelet' 'kubelet.qcow2.raw'")
            .contains("qemu-img convert -f raw -O qcow2 'kubelet.qcow2.raw' 'kubelet.qcow2.tmp'");
        assertThat(values(module.at("/microvm/qemu/extraArgs")).getLast())
            .isEqualTo("virtio-blk-pci,drive=volume-kubelet,serial=kubelet");
      }
    }
    assertThat(lab.microVms().stream().mapToInt(vm -> qcow2(vm).size()).sum()).isEqualTo(3);
  }

  private static List<MicroVm.Volume> qcow2(MicroVm vm) {
    return vm.volumes().stream().filter(it -> it.format().value() == VolumeFormat.QCOW2).toList();
  }

  @Test
  void theHostPutsEachTapIntoItsVlanAndMakesNoTapItself() {
    var network = values.at("/network.nix/systemd/network");
    for (var vm : lab.microVms()) {
      var port = network.get("networks").get("50-" + vm.nic().device().orElseThrow());
      int vlan = vm.nic().vlan().value().bridgeId().number();
      assertThat(port.at("/matchConfig/Name").textValue())
          .isEqualTo(vm.nic().device().orElseThrow().toString());
      assertThat(port.at("/networkConfig/Bridge").textValue()).isEqualTo("vmbr0");
      assertThat(port.get("bridgeVLANs")).hasSize(1);
      assertThat(port.at("/bridgeVLANs/0/PVID").isInt()).isTrue();
      assertThat(port.at("/bridgeVLANs/0/PVID").intValue()).isEqualTo(vlan);
      assertThat(port.at("/bridgeVLANs/0/EgressUntagged").intValue()).isEqualTo(vlan);
    }
    assertThat(names(network.get("netdevs")))
        .containsExactlyInAnyOrder("10-vmbr0", "20-vlan1", "20-vlan10", "20-vlan20");
    assertThat(network.at("/netdevs/10-vmbr0/bridgeConfig/VLANFiltering").booleanValue()).isTrue();
    assertThat(network.at("/netdevs/10-vmbr0/bridgeConfig/DefaultPVID").textValue())
        .isEqualTo("none");
  }

  @Test
  void theHostIsGatewayAndNodeOfItsVlansAndTranslatesThem() {
    var networks = values.at("/network.nix/systemd/network/networks");
    assertThat(values(networks.at("/30-vlan1/address"))).containsExactly("192.168.0.15/24");
    // Untagged for the bridge itself, VLAN 1 would be gone once `DefaultPVID` is set.
    assertThat(networks.at("/20-vmbr0/bridgeVLANs").toString())
        .isEqualTo("[{\"VLAN\":1},{\"VLAN\":10},{\"VLAN\":20}]");
    assertThat(networks.at("/10-enp1s0/bridgeVLANs").toString())
        .isEqualTo("[{\"EgressUntagged\":1,\"PVID\":1}]");
    assertThat(values(networks.at("/30-vlan10/address"))).containsExactly("10.0.10.1/24");
    assertThat(values(networks.at("/30-vlan20/address")))
        .containsExactly("10.0.20.1/24", "10.0.20.5/24");
    for (var link : List.of("30-vlan1", "30-vlan10", "30-vlan20")) {
      assertThat(networks.get(link).at("/networkConfig/IPv4Forwarding").booleanValue()).isTrue();
    }
    var nat = values.at("/network.nix/networking/nat");
    assertThat(nat.get("externalInterface").textValue()).isEqualTo("vlan1");
    assertThat(values(nat.get("internalInterfaces"))).containsExactly("vlan10", "vlan20");
  }

  @Test
  void theHostMakesEachSharedFolderAndTheOneAboveIt() {
    var folders = values.at("/microvm-storage.nix/systemd/tmpfiles/settings/05-homelabc");
    assertThat(folders).hasSize(14);
    for (var share : lab.microVms().stream().flatMap(vm -> vm.shares().stream()).toList()) {
      assertThat(folders.get(share.source().toString()).get("d").toString())
          .isEqualTo("{\"group\":\":kvm\",\"mode\":\":0755\",\"user\":\":root\"}");
      assertThat(folders.get(share.source().value().parent().text()).at("/d/user").textValue())
          .isEqualTo(":microvm");
    }
    for (var vm : lab.microVms()) {
      assertThat(folders.at("/~1var~1lib~1homelab~1" + vm + "~1ssh/d").toString())
          .isEqualTo("{\"group\":\":root\",\"mode\":\":0700\",\"user\":\":root\"}");
    }
  }

  @Test
  void theConstantsKeepTheirShapeForTheUsersModules() {
    var constants = values.get("constants");
    assertThat(constants.at("/networks/vlans/services").toString())
        .isEqualTo(
            "{\"gateway\":\"10.0.20.1\",\"id\":20,\"prefixLength\":24,\"subnet\":\"10.0.20.0/24\"}");
    assertThat(values(constants.at("/networks/dns"))).containsExactly("192.168.0.1");
    assertThat(constants.at("/common/hypervisor").textValue()).isEqualTo("qemu");
    assertThat(constants.at("/common/stateVersion").textValue()).isEqualTo("25.11");
    assertThat(constants.at("/hosts/homelab/ip").textValue()).isEqualTo("192.168.0.15");
    for (var vm : lab.microVms()) {
      constantsAgree(constants.get("vms").get(vm.toString()), vm);
    }
    var worker = constants.at("/vms/k8s-worker-1");
    assertThat(names(worker.get("ports"))).containsExactlyInAnyOrder("ssh", "kubelet");
    assertThat(worker.at("/portRanges/nodeport").toString())
        .isEqualTo("{\"from\":30000,\"to\":32767}");
    assertThat(constants.at("/vms/vault/storage").toString())
        .isEqualTo(
            "{\"mountPoint\":\"/var/lib/vault\",\"source\":\"/var/lib/microvms/vault/data\","
                + "\"tag\":\"data\"}");
    assertThat(worker.has("storage")).isFalse();
    assertThat(worker.at("/volumes/kubelet/size").intValue()).isEqualTo(2048);
  }

  private static void constantsAgree(JsonNode constants, MicroVm vm) {
    assertThat(constants.get("host").textValue()).isEqualTo("homelab");
    assertThat(constants.get("vlan").textValue()).isEqualTo(vm.nic().vlan().toString());
    assertThat(constants.get("ip").textValue()).isEqualTo(vm.nic().ip().toString());
    assertThat(constants.get("mac").textValue()).isEqualTo(vm.nic().mac().toString());
    assertThat(constants.get("tapId").textValue())
        .isEqualTo(vm.nic().device().orElseThrow().toString());
    assertThat(constants.get("hostname").textValue()).isEqualTo(vm.hostname().text());
    assertThat(constants.get("vcpu").intValue()).isEqualTo(vm.vcpu().value());
    assertThat(constants.get("mem").longValue()).isEqualTo(vm.memory().value().mib());
    assertThat(constants.has("vsockCid")).isEqualTo(vm.vsock().isPresent());
    constants.get("ports").forEach(port -> assertThat(port.isInt()).isTrue());
  }

  @Test
  void servicesAreTheLabsSettings() {
    assertThat(values.at("/vault/services/vault").toString())
        .isEqualTo(
            "{\"address\":\"0.0.0.0:8200\",\"enable\":true,\"storageBackend\":\"file\","
                + "\"storagePath\":\"/var/lib/vault\"}");
    assertThat(values.get("unfree").toString()).isEqualTo("[true,false]");
    assertThat(values.at("/registry/users/users/docker-registry/uid").intValue())
        .isEqualTo(values.at("/registry/users/groups/docker-registry/gid").intValue())
        .isBetween(400, 999);
  }

  @Test
  void nodesLeaveThePodsInterfacesAloneAndTheHostItsBridge() {
    for (var node : List.of("k8s-master", "k8s-worker-1", "k8s-worker-2", "worker")) {
      var pods = values.get(node).at("/systemd/network/networks/05-pods");
      assertThat(pods.at("/linkConfig/Unmanaged").booleanValue()).as(node).isTrue();
    }
    assertThat(values.at("/vault/systemd/network/networks").has("05-pods")).isFalse();
    assertThat(
            values
                .at("/worker/boot/kernel/sysctl")
                .get("net.bridge.bridge-nf-call-iptables")
                .intValue())
        .isZero();
  }

  private static List<String> names(JsonNode set) {
    var names = new ArrayList<String>();
    set.fieldNames().forEachRemaining(names::add);
    return names;
  }

  private static List<String> texts(JsonNode set) {
    var texts = new ArrayList<String>();
    set.properties().forEach(it -> texts.add(it.getKey() + "=" + it.getValue().asText()));
    return texts;
  }

  private static List<String> values(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::textValue).toList();
  }

  private static List<Integer> numbers(JsonNode list) {
    return StreamSupport.stream(list.spliterator(), false).map(JsonNode::intValue).toList();
  }
}
