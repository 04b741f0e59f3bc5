package dev.homelabc.rule.identity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Node;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.Attached;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.InterfaceName;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

public final class ReservedTap implements Rule {
  private static final String PREFIX = "vt-";

  /// The interfaces of network plugins, which a host that is a node leaves to them: `05-pods` of
  /// its systemd-networkd.
  private static final Pattern PODS =
      Pattern.compile("(cni|flannel|cali|veth|lxc|cilium).*|vxlan\\.calico");

  private static final Code CODE =
      Code.error(
          "reserved-tap",
          "The name of a VM's TAP is one that another program claims.",
          "systemd's own 80-vm-vt.network takes TAPs that begin with `vt-` for its virtual machines"
              + " and runs a DHCP server with NAT on them. On a host that is a Kubernetes node,"
              + " networkd leaves names such as `veth0` to the network plugin: the TAP would be on"
              + " no bridge. `lo` is every machine's own.",
          Example.web("tap vt-web"),
          Example.web("tap vm-web"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var lab = index.lab();
    var nodes =
        lab.clusters().stream()
            .flatMap(cluster -> cluster.nodes().stream())
            .map(Node::name)
            .collect(Collectors.toSet());
    for (var it : index.nics()) {
      var device = it.nic().device();
      if (device.isEmpty()) {
        continue;
      }
      var tap = device.get();
      var name = tap.value().text();
      var better = "vm-" + it.vm() + it.nic().name().map(own -> "-" + own).orElse("");
      if (name.startsWith(PREFIX)) {
        report.accept(
            finding(
                it,
                tap,
                Message.of(
                    "TAP name `{0}` has the prefix `{1}`, which systemd claims", name, PREFIX),
                "vm-" + name.substring(PREFIX.length())));
      } else if (name.equals("lo")) {
        report.accept(
            finding(it, tap, Message.of("TAP name `lo` is the host's loopback interface"), better));
      } else if (nodes.contains(it.vm().on().value().name()) && PODS.matcher(name).matches()) {
        report.accept(
            finding(
                it,
                tap,
                Message.of(
                    "TAP name `{0}` is one that the network plugin of Kubernetes node `{1}` claims",
                    name, it.vm().on()),
                better));
      }
    }
  }

  private static Diagnostic finding(
      Attached attached, Sourced<InterfaceName> tap, Message message, String better) {
    return Diagnostic.at(
            tap.place(),
            CODE,
            message,
            Message.of("the TAP of {0}{1}", attached.owner(), Use.how(tap.origin())))
        .help(Message.of("write `tap {0}`", better));
  }
}
