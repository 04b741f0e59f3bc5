package dev.homelabc.emit.nix;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The files that NixOS makes of `systemd.network`, and what systemd takes in them.
///
/// Order of sections and keys as in nixos/lib/systemd-network-units.nix of nixpkgs; forms of values
/// as in systemd.network(5) and systemd.netdev(5), for what is written here.
final class Networkd {
  private static final String FLAG = "true|false|yes|no";
  private static final String NAME = "[A-Za-z0-9][A-Za-z0-9._-]{0,14}";
  private static final String IP = "[0-9]{1,3}(\\.[0-9]{1,3}){3}|[0-9a-f:]*:[0-9a-f:.]*";
  private static final String VLAN = "[1-9][0-9]{0,2}|[1-3][0-9]{3}|40[0-8][0-9]|409[0-4]";

  private static final Map<String, Pattern> FORMS = new TreeMap<>();

  static {
    form("Match.Name", "[A-Za-z0-9*._ -]+");
    form("Match.MACAddress", "([0-9a-f]{2}:){5}[0-9a-f]{2}");
    form("Link.MTUBytes", "[0-9]{3,5}");
    form("Link.RequiredForOnline", FLAG + "|enslaved|routable|degraded|carrier");
    form("Link.Unmanaged", FLAG);
    form("Network.Bridge", NAME);
    form("Network.VLAN", NAME);
    form("Network.Address", "(" + IP + ")/[0-9]{1,3}");
    form("Network.Gateway", IP);
    form("Network.DNS", IP);
    form("Network.DHCP", FLAG + "|ipv4|ipv6");
    form("Network.LinkLocalAddressing", FLAG + "|ipv4|ipv6");
    form("Network.IPv6AcceptRA", FLAG);
    form("Network.IPv4Forwarding", FLAG);
    form("Network.IPv6Forwarding", FLAG);
    form("Network.ConfigureWithoutCarrier", FLAG);
    form("DHCPv4.UseDNS", FLAG);
    form("DHCPv4.UseGateway", FLAG);
    form("DHCPv4.UseRoutes", FLAG);
    form("DHCPv4.UseNTP", FLAG);
    form("BridgeVLAN.VLAN", VLAN);
    form("BridgeVLAN.PVID", VLAN);
    form("BridgeVLAN.EgressUntagged", VLAN);
    form("NetDev.Name", NAME);
    form("NetDev.Kind", "bridge|vlan");
    form("NetDev.MTUBytes", "[0-9]{3,5}");
    form("Bridge.VLANFiltering", FLAG);
    form("Bridge.DefaultPVID", "none|" + VLAN);
    form("Bridge.STP", FLAG);
    form("VLAN.Id", VLAN);
  }

  private Networkd() {}

  private static void form(String key, String form) {
    FORMS.put(key, Pattern.compile(form));
  }

  /// Files by name, from the evaluated `systemd.network`.
  static Map<String, String> files(JsonNode network) {
    var files = new TreeMap<String, String>();
    network
        .path("netdevs")
        .properties()
        .forEach(it -> files.put(it.getKey() + ".netdev", netdev(it.getValue())));
    network
        .path("networks")
        .properties()
        .forEach(it -> files.put(it.getKey() + ".network", network(it.getKey(), it.getValue())));
    return files;
  }

  private static String netdev(JsonNode unit) {
    var out = new StringBuilder();
    section(out, "NetDev", unit.path("netdevConfig"));
    section(out, "VLAN", unit.path("vlanConfig"));
    section(out, "Bridge", unit.path("bridgeConfig"));
    refuseOthers(unit, "netdevConfig", "vlanConfig", "bridgeConfig");
    return out.toString();
  }

  private static String network(String name, JsonNode unit) {
    var out = new StringBuilder();
    section(out, "Match", unit.path("matchConfig"));
    section(out, "Link", unit.path("linkConfig"));
    var network = new StringBuilder();
    keys(network, unit.path("networkConfig"));
    list(network, "Address", unit.path("address"));
    list(network, "Gateway", unit.path("gateway"));
    list(network, "DNS", unit.path("dns"));
    list(network, "VLAN", unit.path("vlan"));
    out.append("[Network]\n").append(network).append('\n');
    section(out, "DHCPv4", unit.path("dhcpV4Config"));
    unit.path("bridgeVLANs").forEach(vlan -> section(out, "BridgeVLAN", vlan));
    refuseOthers(
        unit,
        "matchConfig",
        "linkConfig",
        "networkConfig",
        "address",
        "gateway",
        "dns",
        "vlan",
        "dhcpV4Config",
        "bridgeVLANs");
    if (unit.path("matchConfig").isEmpty()) {
      throw new AssertionError(name + " matches everything");
    }
    return out.toString();
  }

  private static void refuseOthers(JsonNode unit, String... known) {
    unit.fieldNames()
        .forEachRemaining(name -> {
          if (!List.of(known).contains(name)) {
            throw new AssertionError("no option of systemd.network that is rendered here: " + name);
          }
        });
  }

  private static void section(StringBuilder out, String name, JsonNode keys) {
    if (!keys.isEmpty()) {
      out.append('[').append(name).append("]\n");
      keys(out, keys);
      out.append('\n');
    }
  }

  private static void keys(StringBuilder out, JsonNode keys) {
    var sorted = new TreeMap<String, JsonNode>();
    keys.properties().forEach(it -> sorted.put(it.getKey(), it.getValue()));
    sorted.forEach((key, value) -> out.append(key).append('=').append(value.asText()).append('\n'));
  }

  private static void list(StringBuilder out, String key, JsonNode values) {
    values.forEach(value -> out.append(key).append('=').append(value.asText()).append('\n'));
  }

  /// Each line of a file that systemd would not take.
  static List<String> faults(String file) {
    var faults = new ArrayList<String>();
    var section = "";
    for (var line : file.lines().toList()) {
      if (line.startsWith("[")) {
        section = line.substring(1, line.length() - 1);
      } else if (!line.isEmpty()) {
        int equals = line.indexOf('=');
        var form = FORMS.get(section + "." + line.substring(0, equals));
        if (form == null || !form.matcher(line.substring(equals + 1)).matches()) {
          faults.add("[" + section + "] " + line);
        }
      }
    }
    return faults;
  }
}
