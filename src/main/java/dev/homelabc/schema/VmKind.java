package dev.homelabc.schema;

import static dev.homelabc.schema.LabKinds.DESCRIPTION;
import static dev.homelabc.schema.Line.flag;
import static dev.homelabc.schema.Line.forms;
import static dev.homelabc.schema.Line.line;
import static dev.homelabc.schema.Line.list;
import static dev.homelabc.schema.Line.micro;
import static dev.homelabc.schema.Line.named;
import static dev.homelabc.schema.Line.openShift;
import static dev.homelabc.schema.Line.value;
import static dev.homelabc.schema.Parameter.one;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.AccessMode;
import dev.homelabc.value.EvictionStrategy;
import dev.homelabc.value.FileSystem;
import dev.homelabc.value.Hypervisor;
import dev.homelabc.value.InterfaceType;
import dev.homelabc.value.RunStrategy;
import dev.homelabc.value.ShareProtocol;
import dev.homelabc.value.VolumeFormat;
import java.util.List;
import java.util.stream.Stream;

/// Virtual machines, on NixOS hosts and on OpenShift.
final class VmKind {
  private static final List<Property> SHARED =
      List.of(
          DESCRIPTION,
          list(
              "profile",
              "Profiles applied from left to right before the VM's own lines.",
              "NAME",
              Types.reference(Message.of("the name of a profile"), "k8s-node", "profile")),
          value(
                  "on",
                  "The host or OpenShift project that runs it.",
                  Types.reference(
                      Message.of("the name of a host or OpenShift project"),
                      "box",
                      "host",
                      "openshift"))
              .otherwise("the only one there is"),
          value(
              "replicas",
              "How many of it, named NAME-01 and so on; addresses count up.",
              Types.whole(1, 99)),
          value("vcpu", "Virtual CPUs.", Types.whole(1, 1024)).required(),
          value("memory", "Memory.", Types.SIZE).required(),
          line(
                  "port",
                  "A port, or run of ports, at which others reach it: its firewall opens them, or"
                      + " its Service offers them.",
                  new Body.None(),
                  one("NAME", Types.NAME),
                  one("PORT", Types.PORT))
              .keyed());

  private static final List<Property> MICROVM =
      List.of(
          micro(
                  value(
                      "hypervisor",
                      "Hypervisor.",
                      Types.choice(Message.of("a hypervisor"), Hypervisor.class)))
              .otherwise("the lab's")
              .standard("qemu"),
          micro(
                  value(
                      "vlan",
                      "The VLAN of its first network interface; that may be an `interface` too.",
                      Types.VLAN))
              .required(),
          micro(
                  value(
                      "ip",
                      "Its IPv4 address in the VLAN; `auto` is one that homelabc assigns, `dhcp`"
                          + " one that the network gives it.",
                      Types.GUEST_ADDRESS))
              .required(),
          micro(
                  value(
                      "mac",
                      "MAC address of its first network interface; `auto` is one that homelabc"
                          + " assigns.",
                      Types.MAC))
              .standard("auto"),
          micro(
                  value(
                      "tap",
                      "Name of its TAP interface on the host, 15 bytes at most; `auto` is one that"
                          + " fits.",
                      Types.TAP))
              .standard("vm-${name}"),
          micro(value("hostname", "Host name.", Types.NAME)).standard("${name}"),
          micro(
                  value(
                      "vsock",
                      "Guest CID for vsock, 3 to 4294967294; `auto` is one that homelabc assigns,"
                          + " `off` none.",
                      Types.VSOCK))
              .standard("off"),
          micro(
              named(
                  "interface",
                  "A further network interface; only the first one sets the default route.",
                  value(
                          "type",
                          "How it is attached: a TAP on the bridge of its host, a macvtap on"
                              + " another interface of the host, a port that QEMU makes on another"
                              + " bridge, or QEMU's user-mode network.",
                          Types.choice(Message.of("a type of interface"), InterfaceType.class))
                      .standard("tap"),
                  value("vlan", "Its VLAN.", Types.VLAN),
                  value("ip", "Its IPv4 address in the VLAN.", Types.GUEST_ADDRESS),
                  value("mac", "Its MAC address.", Types.MAC).standard("auto"),
                  value("tap", "Name of the TAP or macvtap on the host.", Types.TAP)
                      .standard("auto"),
                  value("link", "Interface of the host under a macvtap.", Types.INTERFACE),
                  value(
                      "mode",
                      "Mode of a macvtap.",
                      Types.words(
                          Message.of("a macvtap mode"), "private", "vepa", "bridge", "passthru")),
                  value(
                      "bridge",
                      "Bridge of the host, not the one that homelabc makes.",
                      Types.INTERFACE.like("br1")))),
          micro(
              named(
                  "share",
                  "A folder of the host, mounted in the guest.",
                  value("source", "The folder on the host.", Types.PATH).required(),
                  value("mount", "Where the guest mounts it.", Types.PATH).required(),
                  flag("read-only", "Whether the guest may only read.").standard("false"),
                  value(
                          "proto",
                          "Protocol of the share.",
                          Types.choice(Message.of("a share protocol"), ShareProtocol.class))
                      .standard("virtiofs"),
                  value(
                          "cache",
                          "Caching of virtiofs.",
                          Types.words(
                              Message.of("a caching mode"), "auto", "always", "never", "metadata"))
                      .otherwise("`auto` with virtiofs"),
                  value(
                          "mode",
                          "Mode of the folder when it is made.",
                          Types.form(Message.of("an octal mode"), "0755", "0[0-7]{3}"))
                      .standard("0755"),
                  value(
                          "owner",
                          "Owner of the folder when it is made, by names or numbers of the host.",
                          Types.form(
                              Message.of("USER:GROUP"),
                              "root:kvm",
                              "([a-z_][a-z0-9_-]*|[0-9]{1,9}):([a-z_][a-z0-9_-]*|[0-9]{1,9})"))
                      .otherwise("`root:kvm` with virtiofs, `microvm:kvm` with 9p"))),
          micro(
              named(
                  "volume",
                  "A disk, whose image is made at the first start.",
                  value("mount", "Where the guest mounts it.", Types.PATH)
                      .otherwise("attached without a file system"),
                  value("size", "Size of the disk.", Types.SIZE).required(),
                  value(
                          "format",
                          "Format of the image.",
                          Types.choice(Message.of("an image format"), VolumeFormat.class))
                      .standard("raw"),
                  value(
                          "fs",
                          "File system.",
                          Types.choice(Message.of("a file system"), FileSystem.class))
                      .standard("ext4"),
                  value("image", "Path of the image on the host.", Types.PATH)
                      .otherwise("a file in the VM's state directory"),
                  value(
                          "serial",
                          "Serial of the disk, by which the guest finds it.",
                          Types.form(Message.of("a disk serial"), "data", "[A-Za-z0-9_-]{1,20}"))
                      .otherwise("its name"),
                  flag("direct", "Whether the host's page cache is passed by.").standard("false"))),
          micro(
                  line(
                      "device",
                      "A device of the host that is handed to the VM.",
                      new Body.None(),
                      one("BUS", Types.words(Message.of("a bus"), "pci", "usb")),
                      one(
                          "ADDRESS",
                          Types.form(
                              Message.of("a PCI address or VENDOR:PRODUCT"),
                              "0000:01:00.0",
                              "[0-9A-Za-z:.]+"))))
              .appended(),
          micro(
                  value(
                      "machine",
                      "Machine type of QEMU.",
                      Types.form(Message.of("a machine type"), "q35", "[a-z0-9][a-z0-9.-]*")))
              .otherwise("`microvm`, or `virt` on aarch64"),
          micro(value("hotplug-memory", "Memory that can be added later.", Types.SIZE)),
          micro(flag("balloon", "Whether the host can take memory back.")).standard("false"),
          micro(flag("autostart", "Whether it starts with its host.")).standard("true"),
          micro(
                  list(
                      "after",
                      "VMs of its host that start before it.",
                      "VM",
                      Types.reference(Message.of("the name of a VM"), "vault", "vm")))
              .appended(),
          micro(
                  line(
                      "service",
                      "Options of a NixOS service, as data; `enable` is implied.",
                      new Body.Settings(),
                      one(
                          "NAME",
                          Types.form(
                              Message.of("a Nix attribute name"),
                              "vault",
                              "[A-Za-z_][A-Za-z0-9_'-]*"))))
              .keyed(),
          micro(value("module", "A NixOS module of your own.", Types.MODULE)).appended(),
          micro(
                  value(
                      "nix",
                      "A NixOS module as code, for what the language has no word for.",
                      Types.RAW.like("\"{ services.fstrim.enable = true; }\"")))
              .appended());

  private static final List<Property> OPENSHIFT =
      List.of(
          openShift(
                  forms(
                      "image",
                      "What its disk is copied from: an image by its URL or in a registry, another"
                          + " disk, a VolumeSnapshot, or what a DataSource points at. From another"
                          + " namespace the project needs the right to copy.",
                      List.of(
                          List.of(one("URL", Types.URL)),
                          List.of(
                              one(
                                  "KIND",
                                  Types.words(
                                      Message.of("a kind of image"),
                                      "registry",
                                      "pvc",
                                      "snapshot",
                                      "source-ref")),
                              one("NAME", Types.IMAGE)))))
              .required(),
          openShift(
              value(
                  "checksum",
                  "Checksum of an image with a URL.",
                  Types.form(
                      Message.of("ALGORITHM:HEX"),
                      "sha256:e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855",
                      "sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128}|sha1:[0-9a-f]{40}"
                          + "|md5:[0-9a-f]{32}"))),
          openShift(value("disk", "Size of its disk.", Types.SIZE)).required(),
          openShift(
                  value(
                      "access-mode",
                      "Access mode of its disk; to migrate it needs `ReadWriteMany`.",
                      Types.choice(Message.of("an access mode"), AccessMode.class)))
              .otherwise("that of the storage class's profile"),
          openShift(value("storage-class", "Storage class of its disk.", Types.KUBERNETES_NAME))
              .otherwise("the project's"),
          openShift(
                  list(
                      "network",
                      "Networks of the project that it is attached to, in order.",
                      "NAME",
                      Types.reference(
                          Message.of("the name of a network of the project"),
                          "default",
                          "network")))
              .otherwise("the pod network"),
          openShift(
                  value(
                      "first",
                      "Offset of its address in the range of each network.",
                      Types.PORT_NUMBER))
              .otherwise("the network's"),
          openShift(
              line(
                  "node-selector",
                  "Labels that its node must all have.",
                  new Body.Pairs(Types.LABEL_KEY, Types.LABEL_VALUE))),
          openShift(
              value(
                  "affinity",
                  "Kubernetes affinity, as YAML.",
                  Types.RAW.like("\"nodeAffinity: { … }\""))),
          openShift(
              value(
                  "cloud-init",
                  "cloud-init user data; `{{ password }}` stands for a password asked for at"
                      + " deployment.",
                  Types.TEXT.like("\"#cloud-config\\nhostname: ${name}\\n\""))),
          openShift(
                  value(
                      "user",
                      "Account whose password is asked for where cloud-init names none.",
                      Types.ACCOUNT))
              .otherwise("admin"),
          openShift(
              value(
                  "instance-type",
                  "Instance type of the cluster that gives CPUs and memory, in place of `vcpu` and"
                      + " `memory`.",
                  Types.KUBERNETES_NAME)),
          openShift(
              value(
                  "preference",
                  "Preference of the cluster for the VM's devices.",
                  Types.KUBERNETES_NAME)),
          openShift(
                  value(
                      "run-strategy",
                      "When KubeVirt runs it.",
                      Types.choice(Message.of("a run strategy"), RunStrategy.class)))
              .standard("Always"),
          openShift(
                  value(
                      "eviction",
                      "What happens to it when its node is drained.",
                      Types.choice(Message.of("an eviction strategy"), EvictionStrategy.class)))
              .otherwise("the cluster's choice"),
          openShift(
                  flag(
                      "guest-agent",
                      "Whether the QEMU guest agent runs in it, which KubeVirt then asks whether it"
                          + " is ready."))
              .standard("false"),
          line(
                  "gpu",
                  "A GPU: of the host by `passthrough` and its PCI address, or of the cluster by a"
                      + " name and its resource.",
                  new Body.None(),
                  one(
                      "NAME",
                      Types.form(
                          Message.of("`passthrough` or a name"),
                          "passthrough",
                          "[a-z0-9]([a-z0-9-]*[a-z0-9])?")),
                  one(
                      "ADDRESS",
                      Types.form(
                          Message.of("a PCI address or a resource"),
                          "0000:01:00.0",
                          "[A-Za-z0-9]([A-Za-z0-9.:/_-]*[A-Za-z0-9])?")))
              .keyed());

  static final List<Property> VM =
      Stream.of(SHARED, MICROVM, OPENSHIFT).flatMap(List::stream).toList();

  /// A profile takes what a VM takes and requires nothing.
  static final List<Property> PROFILE = VM.stream().map(Property::optional).toList();

  private VmKind() {}
}
