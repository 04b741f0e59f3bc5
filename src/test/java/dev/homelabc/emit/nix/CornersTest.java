package dev.homelabc.emit.nix;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homelabc.consumer.Nix;
import dev.homelabc.emit.Labs;
import dev.homelabc.value.FileSystem;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What the example does not have: see [CornerLab].
class CornersTest {
  @TempDir private Path folder;
  private final Nix nix = Nix.require();
  private Tree tree;
  private JsonNode values;

  @BeforeEach
  void evaluate() throws Exception {
    tree = Tree.write(Labs.of(CornerLab.TEXT), folder);
    var expressions = new LinkedHashMap<String, String>();
    for (var host : List.of("trunked", "island", "bare", "asking")) {
      expressions.put(host, tree.module("hosts/" + host + "/network.nix"));
      expressions.put(host + "-storage", tree.module("hosts/" + host + "/microvm-storage.nix"));
      expressions.put(host + "-vms", tree.module("hosts/" + host + "/microvms.nix"));
    }
    for (var vm : List.of("9p", "joined", "leased", "neighbour", "plain")) {
      expressions.put(vm, tree.module("vms/" + vm + ".nix"));
    }
    expressions.put("constants", tree.value("lib/homelab-constants.nix"));
    values = Tree.evaluate(nix, expressions);
  }

  @Test
  void everyFileParses() {
    nix.parse(tree.files());
  }

  @Test
  void aHostWithoutALanLeavesByTheGatewayOfItsVlan() {
    var networks = values.at("/trunked/systemd/network/networks");
    assertThat(networks.at("/20-br0/bridgeVLANs").toString()).isEqualTo("[{\"VLAN\":30}]");
    assertThat(networks.get("20-br0").has("address")).isFalse();
    assertThat(networks.at("/20-br0/networkConfig/LinkLocalAddressing").textValue())
        .isEqualTo("no");
    assertThat(networks.at("/30-vlan30/gateway").toString()).isEqualTo("[\"10.0.30.1\"]");
    assertThat(networks.at("/30-vlan30/linkConfig/RequiredForOnline").textValue())
        .isEqualTo("routable");
    assertThat(values.at("/trunked/networking/useDHCP").booleanValue()).isFalse();
    assertThat(values.at("/trunked/networking").has("nat")).isFalse();
  }

  @Test
  void aHostWithoutAnUplinkKeepsDhcpOnItsOtherInterfaces() {
    assertThat(values.at("/island/networking").toString()).isEqualTo("{\"useNetworkd\":true}");
    var networks = values.at("/island/systemd/network/networks");
    // The gateway's address is its own, so it is no way out.
    assertThat(networks.at("/30-vlan30/address").toString()).isEqualTo("[\"10.0.30.1/24\"]");
    assertThat(networks.get("30-vlan30").has("gateway")).isFalse();
    assertThat(values.at("/bare/systemd/network/networks")).hasSize(1);
    assertThat(values.at("/bare/networking/useDHCP").isMissingNode()).isTrue();
  }

  @Test
  void aHostWithAnUplinkAndNoLanAsksForAnAddressBehindIt() {
    var networks = values.at("/asking/systemd/network/networks");
    var untagged = "{\"EgressUntagged\":1,\"PVID\":1}";
    assertThat(networks.at("/10-eno2/bridgeVLANs").toString()).isEqualTo("[" + untagged + "]");
    assertThat(networks.at("/20-br2/bridgeVLANs").toString())
        .isEqualTo("[{\"VLAN\":1},{\"VLAN\":50}]");
    assertThat(networks.at("/30-vlan1/networkConfig").toString())
        .isEqualTo(
            "{\"ConfigureWithoutCarrier\":true,\"DHCP\":\"ipv4\",\"IPv4Forwarding\":true,"
                + "\"IPv6AcceptRA\":false}");
    assertThat(networks.get("30-vlan1").has("address")).isFalse();
    assertThat(networks.at("/30-vlan1/linkConfig/RequiredForOnline").textValue())
        .isEqualTo("routable");
    assertThat(values.at("/asking/networking/nat/externalInterface").textValue())
        .isEqualTo("vlan1");
    assertThat(values.at("/asking/networking").has("useDHCP")).isFalse();
  }

  @Test
  void guestsOfAnUntaggedVlanShareTheUplinksUntaggedFrames() {
    var untagged = "{\"EgressUntagged\":1,\"PVID\":1}";
    var networks = values.at("/trunked/systemd/network/networks");
    assertThat(networks.at("/50-vm-neighbour/bridgeVLANs").toString())
        .isEqualTo("[" + untagged + "]");
    assertThat(networks.at("/10-eno1/bridgeVLANs").toString())
        .isEqualTo("[" + untagged + ",{\"VLAN\":30},{\"VLAN\":4094}]");
    // The host itself is not in the LAN.
    assertThat(networks.has("30-vlan1")).isFalse();
    assertThat(values.at("/constants/networks/vlans/home").has("id")).isFalse();
  }

  @Test
  void aGuestHasItsInterfacesInTheOrderWritten() {
    assertThat(values.at("/joined/microvm/interfaces").toString())
        .isEqualTo(
            "[{\"id\":\"vm-joined\",\"mac\":\"02:00:00:00:30:12\",\"type\":\"tap\"},"
                + "{\"id\":\"vm-joined-back\",\"mac\":\"02:00:00:00:40:12\",\"type\":\"tap\"},"
                + "{\"id\":\"vm-joined-wire\",\"mac\":\"02:00:00:00:50:12\",\"macvtap\":"
                + "{\"link\":\"eno3\",\"mode\":\"bridge\"},\"type\":\"macvtap\"},"
                + "{\"bridge\":\"br9\",\"id\":\"vm-joined-other\",\"mac\":\"02:00:00:00:50:13\","
                + "\"type\":\"bridge\"},"
                + "{\"id\":\"vm-joined--46da\",\"mac\":\"02:00:00:00:ff:12\",\"type\":\"user\"}]");
  }

  @Test
  void onlyTheFirstInterfaceLeadsOutOfTheGuest() {
    var networks = values.at("/joined/systemd/network/networks");
    assertThat(networks.at("/10-lan/gateway").toString()).isEqualTo("[\"10.0.30.1\"]");
    assertThat(networks.at("/10-lan/dns").toString()).isEqualTo("[\"10.0.30.1\"]");
    assertThat(networks.get("20-back").toString())
        .isEqualTo(
            "{\"address\":[\"10.0.40.12/25\"],"
                + "\"linkConfig\":{\"MTUBytes\":\"9000\"},"
                + "\"matchConfig\":{\"MACAddress\":\"02:00:00:00:40:12\"}}");
    for (var asking : List.of("20-wire", "20-through")) {
      assertThat(networks.get(asking).get("networkConfig").toString())
          .isEqualTo("{\"DHCP\":\"ipv4\"}");
      assertThat(networks.get(asking).get("dhcpV4Config").toString())
          .isEqualTo("{\"UseGateway\":false}");
    }
  }

  @Test
  void aHostHasEachTapInItsVlanAndBringsUpWhatIsBelowAMacvtap() {
    var networks = values.at("/trunked/systemd/network/networks");
    assertThat(networks.at("/50-vm-joined-back/bridgeVLANs").toString())
        .isEqualTo("[{\"EgressUntagged\":4094,\"PVID\":4094}]");
    assertThat(networks.has("50-vm-joined-wire")).isFalse();
    assertThat(networks.get("60-eno3").toString())
        .isEqualTo(
            "{\"linkConfig\":{\"RequiredForOnline\":\"no\"},"
                + "\"matchConfig\":{\"Name\":\"eno3\"},"
                + "\"networkConfig\":{\"LinkLocalAddressing\":\"no\"}}");
  }

  @Test
  void interfacesHaveTheMtuOfTheirVlanAndTheUplinkTheLargest() {
    var trunked = values.at("/trunked/systemd/network/networks");
    assertThat(trunked.at("/10-eno1/linkConfig/MTUBytes").textValue()).isEqualTo("9000");
    assertThat(trunked.at("/50-vm-joined-back/linkConfig/MTUBytes").textValue()).isEqualTo("9000");
    assertThat(trunked.at("/50-vm-joined/linkConfig").has("MTUBytes")).isFalse();
    // The host has an address in the other VLAN only.
    assertThat(trunked.at("/20-br0/linkConfig").has("MTUBytes")).isFalse();
    var asking = values.at("/asking/systemd/network/networks");
    assertThat(asking.at("/30-vlan50/linkConfig/MTUBytes").textValue()).isEqualTo("1400");
    assertThat(asking.at("/10-eno2/linkConfig").has("MTUBytes")).isFalse();
    assertThat(values.at("/constants/networks/vlans/beta/mtu").intValue()).isEqualTo(9000);
  }

  @Test
  void theConstantsNameTheInterfacesOfBlocks() {
    var interfaces = values.at("/constants/vms/joined/interfaces");
    assertThat(interfaces.get("back").toString())
        .isEqualTo(
            "{\"ip\":\"10.0.40.12\",\"mac\":\"02:00:00:00:40:12\","
                + "\"tapId\":\"vm-joined-back\",\"vlan\":\"beta\"}");
    assertThat(interfaces.get("other").has("tapId")).isFalse();
    assertThat(interfaces.get("through").toString()).isEqualTo("{\"mac\":\"02:00:00:00:ff:12\"}");
  }

  @Test
  void aGuestWithDhcpHasNeitherAddressNorGatewayOfItsOwn() {
    assertThat(values.at("/leased/systemd/network/networks/10-lan").toString())
        .isEqualTo(
            "{\"dhcpV4Config\":{\"UseDNS\":false},\"dns\":[\"10.0.30.1\"],"
                + "\"matchConfig\":{\"MACAddress\":\"02:00:00:00:30:11\"},"
                + "\"networkConfig\":{\"DHCP\":\"ipv4\"}}");
    assertThat(values.at("/constants/vms/leased").has("ip")).isFalse();
  }

  @Test
  void aHostWithoutVmsHasEmptySettings() {
    assertThat(values.at("/bare-vms/microvm/vms").toString()).isEqualTo("{}");
    assertThat(values.at("/bare-storage/systemd/tmpfiles/settings/05-homelabc").toString())
        .isEqualTo("{}");
    assertThat(values.at("/trunked-vms/microvm/vms/9p/autostart").booleanValue()).isFalse();
  }

  @Test
  void foldersBetweenTheStateDirectoryAndAShareAreNotRoots() {
    var folders = values.at("/island-storage/systemd/tmpfiles/settings/05-homelabc");
    assertThat(folders).hasSize(3);
    assertThat(user(folders, "/var/lib/microvms/plain")).isEqualTo(":microvm");
    // A share itself, and above another one.
    assertThat(user(folders, "/var/lib/microvms/plain/data")).isEqualTo(":microvm");
    assertThat(user(folders, "/var/lib/microvms/plain/data/deep")).isEqualTo(":root");
    var elsewhere = values.at("/trunked-storage/systemd/tmpfiles/settings/05-homelabc");
    assertThat(elsewhere).hasSize(1);
    assertThat(user(elsewhere, "/srv/media")).isEqualTo(":root");
  }

  private static String user(JsonNode folders, String path) {
    return folders.get(path).at("/d/user").textValue();
  }

  @Test
  void rawVolumesAreMadeByMicrovmAndMountedByLabel() {
    assertThat(values.at("/plain/microvm/volumes").toString())
        .isEqualTo(
            "[{\"autoCreate\":true,\"fsType\":\"ext4\",\"image\":\"data.img\","
                + "\"label\":\"data\",\"mountPoint\":\"/data\",\"serial\":\"data\",\"size\":64}]");
    assertThat(values.get("plain").has("fileSystems")).isFalse();
    assertThat(values.at("/plain/microvm").has("preStart")).isFalse();
  }

  @Test
  void cloudHypervisorIsToldTheFormatOfAnImageThatMicrovmMustNotMake() {
    var microvm = values.at("/9p/microvm");
    assertThat(microvm.has("qemu")).isFalse();
    var volume = microvm.at("/volumes/1");
    assertThat(volume.get("image").textValue()).isEqualTo("two.qcow2");
    assertThat(volume.get("imageType").textValue()).isEqualTo("qcow2");
    assertThat(volume.get("autoCreate").booleanValue()).isFalse();
    // A label would make microvm.nix warn at each evaluation; so the serial finds the disk.
    assertThat(volume.has("label")).isFalse();
    assertThat(values.at("/9p/fileSystems").get("/var/lib/two").at("/device/forced").textValue())
        .isEqualTo("/dev/disk/by-id/virtio-two");
    assertThat(microvm.get("preStart").textValue())
        .contains("/btrfs-progs/bin/mkfs.btrfs -q -L 'two' 'two.qcow2.raw'");
  }

  @Test
  void udpPortsAndRangesAreKeptApart() {
    var firewall = values.at("/9p/networking/firewall");
    assertThat(firewall.toString())
        .isEqualTo(
            "{\"allowedTCPPorts\":[53],\"allowedUDPPortRanges\":[{\"from\":4000,\"to\":4100}],"
                + "\"allowedUDPPorts\":[53]}");
    var constants = values.at("/constants/vms/9p");
    assertThat(constants.get("ports").toString()).isEqualTo("{\"dns-tcp\":53}");
    assertThat(constants.get("portRanges").toString()).isEqualTo("{}");
    assertThat(constants.get("udpPorts").toString()).isEqualTo("{\"dns\":53}");
    assertThat(constants.get("udpPortRanges").toString())
        .isEqualTo("{\"media\":{\"from\":4000,\"to\":4100}}");
  }

  @Test
  void theVlansNameServersGoBeforeTheLabsAndAMissingGatewayIsNotInvented() {
    var lan = values.at("/9p/systemd/network/networks/10-lan");
    assertThat(lan.get("dns").toString()).isEqualTo("[\"9.9.9.9\",\"1.1.1.1\"]");
    assertThat(lan.has("gateway")).isFalse();
    assertThat(values.at("/plain/systemd/network/networks/10-lan/dns").toString())
        .isEqualTo("[\"10.0.30.1\"]");
    assertThat(values.at("/constants/networks/vlans/beta").has("gateway")).isFalse();
  }

  @Test
  void sshdRunsWhereAPortIsNamedAfterItOnly() {
    assertThat(values.at("/9p/services").has("openssh")).isFalse();
    assertThat(values.get("plain").has("services")).isFalse();
  }

  @Test
  void anExplicitEnableAndOddKeysAreKept() {
    assertThat(values.at("/9p/services/nginx").toString())
        .isEqualTo("{\"enable\":false,\"virtualHosts\":{\"a.b\":{\"listen\":[-1]}}}");
  }

  @Test
  void theUsersCodeIsImportedWordForWord() throws Exception {
    assertThat(Files.readString(folder.resolve("hosts/trunked/default.nix")))
        .contains(
            """
                (
                  { pkgs, ... }:
                  {
                    environment.systemPackages = [ pkgs.htop ]; # ${not.ours}
                  }
                )
            """);
    assertThat(Files.readString(folder.resolve("vms/9p.nix")))
        .contains("  imports = [ ({ services.fstrim.enable = true; }) ];\n");
  }

  @Test
  void namesThatADiskCannotHoldAreCutAndStayDifferent() {
    var name = "a-name-that-is-longer-than-twenty-characters";
    assertThat(values.at("/9p/microvm/volumes/0/serial").textValue())
        .isEqualTo(DiskNames.serial(name))
        .hasSize(20)
        .startsWith("a-name-that-is-")
        .isNotEqualTo(DiskNames.serial(name + "s"));
    assertThat(values.at("/9p/microvm/volumes/0/label").textValue()).hasSize(12);
    assertThat(DiskNames.label(name, FileSystem.EXT4)).hasSize(16);
    assertThat(DiskNames.label(name, FileSystem.BTRFS)).isEqualTo(name);
    assertThat(DiskNames.serial("exactly-twenty-chars")).isEqualTo("exactly-twenty-chars");
    assertThat(values.at("/9p/microvm/shares/1/tag").textValue()).hasSize(36);
  }
}
