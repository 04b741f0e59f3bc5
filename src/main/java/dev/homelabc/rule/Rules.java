package dev.homelabc.rule;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Label;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Lab;
import dev.homelabc.source.Place;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// All laws, and the one way to hold a lab to them.
public final class Rules {
  /// In alphabetical order of their names.
  public static final List<Rule> ALL =
      List.of(
          new DefaultVlan(),
          new DuplicateCid(),
          new DuplicateHostname(),
          new DuplicateIp(),
          new DuplicateMac(),
          new DuplicateNodePort(),
          new DuplicateObject(),
          new DuplicateShareTag(),
          new DuplicateTap(),
          new DuplicateVlanId(),
          new FlannelPodCidr(),
          new GatewayOutsideSubnet(),
          new IpInDhcpPool(),
          new IpIsBroadcast(),
          new IpIsGateway(),
          new IpIsNetwork(),
          new IpOutsideSubnet(),
          new LanWithoutUplink(),
          new LongTap(),
          new Memory2048(),
          new MountClash(),
          new NatWithoutLan(),
          new NatWithoutRoute(),
          new NodeWithoutAddress(),
          new NodeportRange(),
          new OddSshPort(),
          new OverlayWithoutRange(),
          new PoolExhausted(),
          new PortClash(),
          new ReservedCid(),
          new ReservedSource(),
          new ReservedTap(),
          new RouteWithoutGateway(),
          new ServiceName(),
          new SharedSource(),
          new SmallVolume(),
          new SshClosed(),
          new TrunkWithoutUplink(),
          new UnbalancedNix(),
          new UnreachableGateway(),
          new VlanInLan());

  private Rules() {}

  /// Every break of a law in the lab, sorted.
  ///
  /// A line that many VMs share (of a profile, or of a VM with replicas) is one cause: what it
  /// breaks in all of them comes as one finding, which names the first VM and counts the others.
  public static List<Diagnostic> check(Lab lab) {
    var causes = new LinkedHashMap<Cause, List<Diagnostic>>();
    for (var rule : ALL) {
      rule.check(lab, it -> causes.computeIfAbsent(Cause.of(it), _ -> new ArrayList<>()).add(it));
    }
    return causes.values().stream().map(Rules::one).sorted().toList();
  }

  private static Diagnostic one(List<Diagnostic> findings) {
    var first = findings.getFirst();
    if (findings.size() == 1) {
      return first;
    }
    var more = Message.of("{0}, and {1} more", first.primary().text(), findings.size() - 1);
    return new Diagnostic(
        first.code(),
        first.message(),
        new Label(first.primary().place(), more),
        first.others(),
        first.help(),
        findings.stream().allMatch(it -> it.fix().equals(first.fix()))
            ? first.fix()
            : Optional.empty());
  }

  /// What findings about one mistake have in common: the law and the words that break it.
  private record Cause(String code, Place primary, List<Place> others) {
    static Cause of(Diagnostic finding) {
      return new Cause(
          finding.code().name(),
          finding.primary().place(),
          finding.others().stream().map(Label::place).toList());
    }
  }
}
