package dev.homelabc.move;

import static java.util.Map.entry;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.schema.Property.Platform;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/// Why the properties of one platform have no counterpart on the other. Every property that is for
/// one platform only stands here, also those that often become something else.
///
/// Facts about KubeVirt are those of its 1.9: it numbers CIDs by itself (`autoattachVSOCK`, behind
/// the feature gate VSOCK), its virtiofs shares claims and not folders, and it binds a pod's
/// network and no TAP that somebody names.
final class Reasons {
  private static final Message IN_THE_IMAGE =
      Message.of("is NixOS configuration of the guest; the image has to bring it, or `cloud-init`");

  private static final Message BY_A_VOLUME =
      Message.of(
          "is about the disk of a cluster; what a guest on a host keeps lies on a `volume` or a"
              + " `share`");

  private static final Message BY_ON =
      Message.of("chooses among the nodes of a cluster; a host is named by `on`");

  private static final Message BY_NIX =
      Message.of("has no counterpart: the guest is NixOS there, so say it by `service` or `nix`");

  static final Map<String, Message> OF_MICROVMS =
      Map.ofEntries(
          entry("hypervisor", Message.of("is KubeVirt's own choice, which is QEMU with KVM")),
          entry("vlan", Message.of("is said by `network`, and no network of the project is in it")),
          entry(
              "ip",
              Message.of("comes from the network: by `first` where it has a range, else DHCP")),
          entry(
              "mac",
              Message.of(
                  "is made of namespace, VM and network there; DHCP servers have to learn the new"
                      + " one")),
          entry("tap", Message.of("is an interface of the host; KubeVirt makes its own")),
          entry(
              "hostname",
              Message.of("is the VM's name there; `hostname` in `cloud-init` says otherwise")),
          entry(
              "vsock",
              Message.of(
                  "cannot be chosen: KubeVirt numbers CIDs by itself, and has vsock only with its"
                      + " feature gate VSOCK")),
          entry("interface", Message.of("is a NIC on the host; a project has networks for that")),
          entry(
              "share",
              Message.of("is a folder of the host, which no node has; copy it to the disk")),
          entry(
              "volume",
              Message.of("is a file of the host; a VM there has one disk, so copy it to that")),
          entry("device", Message.of("is a device of the host")),
          entry("machine", Message.of("is KubeVirt's own choice, or the `preference`")),
          entry("hotplug-memory", Message.of("has no counterpart there")),
          entry("balloon", Message.of("is KubeVirt's own business")),
          entry("autostart", Message.of("is said by `run-strategy`")),
          entry("after", Message.of("has no counterpart: a cluster starts VMs in no order")),
          entry("service", IN_THE_IMAGE),
          entry("module", IN_THE_IMAGE),
          entry("nix", IN_THE_IMAGE));

  static final Map<String, Message> OF_OPENSHIFT =
      Map.ofEntries(
          entry(
              "image",
              Message.of("is not needed: a microVM boots the NixOS that the lab describes")),
          entry("checksum", Message.of("is that of the image, which is not needed")),
          entry("disk", BY_A_VOLUME),
          entry("access-mode", BY_A_VOLUME),
          entry("storage-class", BY_A_VOLUME),
          entry("network", Message.of("is said by `vlan`, and no VLAN of the lab is that network")),
          entry("first", Message.of("is said by `ip`")),
          entry("node-selector", BY_ON),
          entry("affinity", BY_ON),
          entry("cloud-init", BY_NIX),
          entry("user", BY_NIX),
          entry("instance-type", Message.of("is a type of the cluster; say `vcpu` and `memory`")),
          entry("preference", Message.of("is a preference of the cluster")),
          entry("run-strategy", Message.of("is said by `autostart`")),
          entry(
              "guest-agent",
              Message.of("is for KubeVirt; a host asks no guest whether it is ready")),
          entry("eviction", Message.of("has no counterpart: a host moves no VM to another one")));

  /// GPUs are for both platforms, and said differently.
  static final Message GPU_OF_A_HOST =
      Message.of("is a device of the host; the cluster's are said by `gpu NAME RESOURCE`");

  static final Message GPU_OF_A_CLUSTER =
      Message.of("is one of the cluster; the host's are said by `gpu passthrough ADDRESS`");

  /// Ports as well: a firewall opens them on a host, and a Service offers them in a project.
  static final Message PORT_IN_A_PROJECT =
      Message.of("is offered by a Service there; the guest's own firewall comes with the image");

  static final Message PORT_ON_A_HOST =
      Message.of("is opened by the guest's firewall there, and no Service offers it");

  /// Properties that mean the same on both platforms.
  static final Set<String> ALIKE =
      Set.of("description", "profile", "on", "replicas", "vcpu", "memory");

  private Reasons() {}

  /// @param platform that the property is for, and the VM leaves
  static Message of(Platform platform, String property) {
    return Objects.requireNonNull(
        (platform == Platform.MICROVM ? OF_MICROVMS : OF_OPENSHIFT).get(property), property);
  }
}
