package dev.homelabc.rule;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Label;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Lab;
import dev.homelabc.rule.capacity.DiskOvercommit;
import dev.homelabc.rule.capacity.Memory2048;
import dev.homelabc.rule.capacity.MemoryOvercommit;
import dev.homelabc.rule.capacity.MemoryOvercommitShared;
import dev.homelabc.rule.capacity.TinyMemory;
import dev.homelabc.rule.capacity.VcpuExceedsHost;
import dev.homelabc.rule.capacity.VcpuOvercommit;
import dev.homelabc.rule.hygiene.NoDescription;
import dev.homelabc.rule.hygiene.UnbalancedNix;
import dev.homelabc.rule.hypervisor.DuplicateDevice;
import dev.homelabc.rule.hypervisor.GpuWithVsock;
import dev.homelabc.rule.hypervisor.HotplugWithVirtiofs;
import dev.homelabc.rule.hypervisor.MacosHypervisor;
import dev.homelabc.rule.hypervisor.NoGracefulShutdown;
import dev.homelabc.rule.hypervisor.UnsupportedBalloon;
import dev.homelabc.rule.hypervisor.UnsupportedDevice;
import dev.homelabc.rule.hypervisor.UnsupportedHotplug;
import dev.homelabc.rule.hypervisor.UnsupportedInterface;
import dev.homelabc.rule.hypervisor.UnsupportedQcow2;
import dev.homelabc.rule.hypervisor.UnsupportedShare;
import dev.homelabc.rule.hypervisor.UnsupportedVolume;
import dev.homelabc.rule.hypervisor.UnsupportedVsock;
import dev.homelabc.rule.hypervisor.UsbWithoutController;
import dev.homelabc.rule.identity.DuplicateCid;
import dev.homelabc.rule.identity.DuplicateHostname;
import dev.homelabc.rule.identity.DuplicateIp;
import dev.homelabc.rule.identity.DuplicateMac;
import dev.homelabc.rule.identity.DuplicateTap;
import dev.homelabc.rule.identity.ForeignMac;
import dev.homelabc.rule.identity.LongTap;
import dev.homelabc.rule.identity.MacVlanMismatch;
import dev.homelabc.rule.identity.RepeatedMac;
import dev.homelabc.rule.identity.ReservedCid;
import dev.homelabc.rule.identity.ReservedName;
import dev.homelabc.rule.identity.ReservedTap;
import dev.homelabc.rule.kubernetes.ContainerdWithoutVolume;
import dev.homelabc.rule.kubernetes.ControlPlanePorts;
import dev.homelabc.rule.kubernetes.DuplicateNodeLabel;
import dev.homelabc.rule.kubernetes.DuplicateNodePort;
import dev.homelabc.rule.kubernetes.DuplicateObject;
import dev.homelabc.rule.kubernetes.EtcdNotPersistent;
import dev.homelabc.rule.kubernetes.EvenEtcd;
import dev.homelabc.rule.kubernetes.FloatingImage;
import dev.homelabc.rule.kubernetes.JoinNotPersistent;
import dev.homelabc.rule.kubernetes.KubeletNotPersistent;
import dev.homelabc.rule.kubernetes.KubeletOnVirtiofs;
import dev.homelabc.rule.kubernetes.KubeletVolumeSmall;
import dev.homelabc.rule.kubernetes.LabelWithoutNode;
import dev.homelabc.rule.kubernetes.MtuOverTunnel;
import dev.homelabc.rule.kubernetes.NestedClusterCidr;
import dev.homelabc.rule.kubernetes.NodeInTwoClusters;
import dev.homelabc.rule.kubernetes.NodeWithoutAddress;
import dev.homelabc.rule.kubernetes.NodeportRange;
import dev.homelabc.rule.kubernetes.PrivilegedWorkload;
import dev.homelabc.rule.kubernetes.ServiceName;
import dev.homelabc.rule.kubernetes.UnknownNodeLabel;
import dev.homelabc.rule.kubernetes.UnsatisfiableSelector;
import dev.homelabc.rule.kubernetes.WorkerPorts;
import dev.homelabc.rule.network.DefaultVlan;
import dev.homelabc.rule.network.DuplicateVlanId;
import dev.homelabc.rule.network.GatewayOutsideSubnet;
import dev.homelabc.rule.network.IpInDhcpPool;
import dev.homelabc.rule.network.IpIsBroadcast;
import dev.homelabc.rule.network.IpIsGateway;
import dev.homelabc.rule.network.IpIsNetwork;
import dev.homelabc.rule.network.IpOutsideSubnet;
import dev.homelabc.rule.network.LanMismatch;
import dev.homelabc.rule.network.LanWithoutUplink;
import dev.homelabc.rule.network.MacvtapOnUplink;
import dev.homelabc.rule.network.NatWithoutLan;
import dev.homelabc.rule.network.NatWithoutRoute;
import dev.homelabc.rule.network.OddSshPort;
import dev.homelabc.rule.network.OverlappingSubnets;
import dev.homelabc.rule.network.PortClash;
import dev.homelabc.rule.network.PortWithoutVlan;
import dev.homelabc.rule.network.RouteWithoutGateway;
import dev.homelabc.rule.network.SshClosed;
import dev.homelabc.rule.network.TrunkWithoutUplink;
import dev.homelabc.rule.network.UnreachableGateway;
import dev.homelabc.rule.network.VlanInLan;
import dev.homelabc.rule.openshift.CloudInitHeader;
import dev.homelabc.rule.openshift.CloudInitNotYaml;
import dev.homelabc.rule.openshift.ImageNotMirrored;
import dev.homelabc.rule.openshift.LockedPasswd;
import dev.homelabc.rule.openshift.NadOutOfReach;
import dev.homelabc.rule.openshift.NotMigratable;
import dev.homelabc.rule.openshift.OverlayWithoutRange;
import dev.homelabc.rule.openshift.OvsBridgeAsLinuxBridge;
import dev.homelabc.rule.openshift.PlainPasswd;
import dev.homelabc.rule.openshift.PoolExhausted;
import dev.homelabc.rule.openshift.UndeclaredNodeLabel;
import dev.homelabc.rule.openshift.UnreachedSshKey;
import dev.homelabc.rule.openshift.UnservablePort;
import dev.homelabc.rule.start.AfterElsewhere;
import dev.homelabc.rule.start.ImperativeState;
import dev.homelabc.rule.start.StartCycle;
import dev.homelabc.rule.storage.DuplicateSerial;
import dev.homelabc.rule.storage.DuplicateShareTag;
import dev.homelabc.rule.storage.DuplicateVolumeImage;
import dev.homelabc.rule.storage.MountClash;
import dev.homelabc.rule.storage.NestedShare;
import dev.homelabc.rule.storage.ReservedImage;
import dev.homelabc.rule.storage.ReservedSource;
import dev.homelabc.rule.storage.ShareInStateDir;
import dev.homelabc.rule.storage.SharedSource;
import dev.homelabc.rule.storage.SmallVolume;
import dev.homelabc.rule.storage.TooManyVolumes;
import dev.homelabc.source.Place;
import dev.homelabc.work.Together;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/// All laws, and the one way to hold a lab to them.
public final class Rules {
  /// In alphabetical order of their names.
  public static final List<Rule> ALL =
      List.of(
          new AfterElsewhere(),
          new CloudInitHeader(),
          new CloudInitNotYaml(),
          new ContainerdWithoutVolume(),
          new ControlPlanePorts(),
          new DefaultVlan(),
          new DiskOvercommit(),
          new DuplicateCid(),
          new DuplicateDevice(),
          new DuplicateHostname(),
          new DuplicateIp(),
          new DuplicateMac(),
          new DuplicateNodeLabel(),
          new DuplicateNodePort(),
          new DuplicateObject(),
          new DuplicateSerial(),
          new DuplicateShareTag(),
          new DuplicateTap(),
          new DuplicateVlanId(),
          new DuplicateVolumeImage(),
          new EtcdNotPersistent(),
          new EvenEtcd(),
          new FloatingImage(),
          new ForeignMac(),
          new GatewayOutsideSubnet(),
          new GpuWithVsock(),
          new HotplugWithVirtiofs(),
          new ImageNotMirrored(),
          new ImperativeState(),
          new IpInDhcpPool(),
          new IpIsBroadcast(),
          new IpIsGateway(),
          new IpIsNetwork(),
          new IpOutsideSubnet(),
          new JoinNotPersistent(),
          new KubeletNotPersistent(),
          new KubeletOnVirtiofs(),
          new KubeletVolumeSmall(),
          new LabelWithoutNode(),
          new LanMismatch(),
          new LanWithoutUplink(),
          new LockedPasswd(),
          new LongTap(),
          new MacVlanMismatch(),
          new MacosHypervisor(),
          new MacvtapOnUplink(),
          new Memory2048(),
          new MemoryOvercommit(),
          new MemoryOvercommitShared(),
          new MountClash(),
          new MtuOverTunnel(),
          new NadOutOfReach(),
          new NatWithoutLan(),
          new NatWithoutRoute(),
          new NestedClusterCidr(),
          new NestedShare(),
          new NoDescription(),
          new NoGracefulShutdown(),
          new NodeInTwoClusters(),
          new NodeWithoutAddress(),
          new NodeportRange(),
          new NotMigratable(),
          new OddSshPort(),
          new OverlappingSubnets(),
          new OverlayWithoutRange(),
          new OvsBridgeAsLinuxBridge(),
          new PlainPasswd(),
          new PoolExhausted(),
          new PortClash(),
          new PortWithoutVlan(),
          new PrivilegedWorkload(),
          new RepeatedMac(),
          new ReservedCid(),
          new ReservedImage(),
          new ReservedName(),
          new ReservedSource(),
          new ReservedTap(),
          new RouteWithoutGateway(),
          new ServiceName(),
          new ShareInStateDir(),
          new SharedSource(),
          new SmallVolume(),
          new SshClosed(),
          new StartCycle(),
          new TinyMemory(),
          new TooManyVolumes(),
          new TrunkWithoutUplink(),
          new UnbalancedNix(),
          new UndeclaredNodeLabel(),
          new UnknownNodeLabel(),
          new UnreachableGateway(),
          new UnreachedSshKey(),
          new UnsatisfiableSelector(),
          new UnservablePort(),
          new UnsupportedBalloon(),
          new UnsupportedDevice(),
          new UnsupportedHotplug(),
          new UnsupportedInterface(),
          new UnsupportedQcow2(),
          new UnsupportedShare(),
          new UnsupportedVolume(),
          new UnsupportedVsock(),
          new UsbWithoutController(),
          new VcpuExceedsHost(),
          new VcpuOvercommit(),
          new VlanInLan(),
          new WorkerPorts());

  private Rules() {}

  /// Every break of a law in the lab, sorted.
  ///
  /// A line that many VMs share (of a profile, or of a VM with replicas) is one cause: what it
  /// breaks in all of them comes as one finding, which names the first VM and counts the others.
  public static List<Diagnostic> check(Lab lab) {
    return check(lab, ALL);
  }

  static List<Diagnostic> check(Lab lab, List<Rule> laws) {
    var causes = new LinkedHashMap<Cause, List<Diagnostic>>();
    var index = LabIndex.of(lab);
    for (var broken : Together.map(laws, lab.size(), law -> breaks(law, index))) {
      broken.forEach(it -> causes.computeIfAbsent(Cause.of(it), _ -> new ArrayList<>()).add(it));
    }
    return causes.values().stream().map(Rules::one).sorted().toList();
  }

  private static List<Diagnostic> breaks(Rule law, LabIndex index) {
    var found = new ArrayList<Diagnostic>();
    law.check(index, found::add);
    return found;
  }

  private static Diagnostic one(List<Diagnostic> findings) {
    var first = findings.getFirst();
    if (findings.size() == 1) {
      return first;
    }
    var more = Message.of("{0}, and {1} more", first.primary().text(), findings.size() - 1);
    return new Diagnostic(
        first.code(),
        first.severity(),
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
