package dev.homelabc.rule.identity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Host;
import dev.homelabc.model.Vlan;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.rule.network.VlanInLan;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.Name;
import dev.homelabc.value.VlanId;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class DuplicateTap implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-tap",
          "A TAP has the name of another network interface of its host.",
          "An interface's name is unique on a host: the second VM to start finds its TAP busy, and"
              + " systemd-networkd would put the first one into both VLANs.",
          Example.webAndDb("tap vm-app", "tap vm-app"),
          Example.webAndDb("tap vm-app", "tap vm-data"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var lab = index.lab();
    record OnHost(Name host, InterfaceName name) {}
    var uses = new ArrayList<Use<OnHost>>();
    for (var host : lab.hosts()) {
      var bridge = host.bridge().name();
      uses.add(
          Use.of(
              bridge,
              new OnHost(host.name(), bridge.value()),
              Message.of("the bridge of `{0}`", host)));
      host.bridge()
          .uplink()
          .ifPresent(it ->
              uses.add(
                  Use.of(
                      it,
                      new OnHost(host.name(), it.value()),
                      Message.of("the uplink of `{0}`", host))));
      host.lanOrigin()
          .ifPresent(it ->
              uses.add(
                  new Use<>(
                      new OnHost(host.name(), Vlan.link(VlanId.LAN)),
                      Message.of("the LAN interface of `{0}`", host),
                      it)));
      var known = new HashSet<Name>();
      Stream.concat(host.routes().stream(), host.addresses().stream().map(Host.VlanAddress::vlan))
          .filter(vlan -> VlanInLan.breaks(index, host, vlan.value()).isEmpty())
          .filter(vlan -> known.add(vlan.value().name()))
          .forEach(vlan ->
              uses.add(
                  Use.of(
                      vlan,
                      new OnHost(host.name(), vlan.value().link()),
                      Message.of("the interface of `{0}` in VLAN `{1}`", host, vlan))));
    }
    for (var it : index.nics()) {
      it.nic()
          .device()
          .ifPresent(tap ->
              uses.add(
                  Use.of(
                      tap,
                      new OnHost(it.vm().on().value().name(), tap.value()),
                      Message.of("the TAP of {0}", it.owner()))));
    }
    Use.eachRepeated(
        uses,
        (first, again) -> {
          var name = again.value().name();
          var host = again.value().host();
          report.accept(
              again
                  .repeats(
                      first,
                      CODE,
                      Message.of("interface name `{0}` is used twice on host `{1}`", name, host))
                  .help(Message.of("give each VM of a host its own `tap`")));
        });
  }
}
