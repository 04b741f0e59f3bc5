package dev.homelabc.schema;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.AddressRange;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.GuestAddress;
import dev.homelabc.value.GuestMac;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.InterfaceAddress;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.IpAddress;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.MacPrefix;
import dev.homelabc.value.Name;
import dev.homelabc.value.PciAddress;
import dev.homelabc.value.PortRange;
import dev.homelabc.value.Reading;
import dev.homelabc.value.Size;
import dev.homelabc.value.SshKey;
import dev.homelabc.value.TapName;
import dev.homelabc.value.UsbId;
import dev.homelabc.value.VlanTag;
import dev.homelabc.value.Vsock;
import dev.homelabc.value.Whole;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/// The types of the language's arguments, as the schema names them.
public final class Types {
  private static final String IMAGE_FORM = "[A-Za-z0-9][A-Za-z0-9._:/@-]*";

  /// What texts are held to, compiled when the first one is.
  private static final Map<String, Pattern> FORMS = new ConcurrentHashMap<>();

  public static final Code BAD_BOOLEAN =
      Code.error(
          "bad-boolean",
          "A switch is neither `true` nor `false`.",
          "YAML and Nix disagree about `yes` and `on`; this language has one spelling.",
          microVm("autostart yes"),
          microVm("autostart true"));

  public static final Code BAD_TEXT =
      Code.error(
          "bad-text",
          "A text does not have the form that its reader needs.",
          "Time zones, releases, flake URLs and the like go to programs that refuse other forms"
              + " late.",
          """
          lab home {
            state-version latest
          }
          """,
          """
          lab home {
            state-version 25.11
          }
          """);

  static final Type.Scalar<Name> NAME =
      new Type.Scalar<>(Message.of("a name"), "web", Name.class, Name::read);
  static final Type.Scalar<Ipv4> IPV4 =
      new Type.Scalar<>(Message.of("an IPv4 address"), "10.0.20.10", Ipv4.class, Ipv4::read);
  static final Type<Ipv4> GATEWAY = IPV4.like("10.0.20.1");
  static final Type<Cidr> CIDR =
      new Type.Scalar<>(Message.of("a network"), "10.0.20.0/24", Cidr.class, Cidr::read);
  static final Type<InterfaceAddress> INTERFACE_ADDRESS =
      new Type.Scalar<>(
          Message.of("an address with prefix length"),
          "192.168.0.15/24",
          InterfaceAddress.class,
          InterfaceAddress::read);
  static final Type<GuestAddress> GUEST_ADDRESS =
      new Type.Scalar<>(
          Message.of("an IPv4 address, `auto` or `dhcp`"),
          "10.0.20.10",
          GuestAddress.class,
          GuestAddress::read);
  static final Type<GuestMac> MAC =
      new Type.Scalar<>(
          Message.of("a MAC address or `auto`"),
          "02:00:00:00:20:10",
          GuestMac.class,
          GuestMac::read);
  static final Type<MacPrefix> MAC_PREFIX =
      new Type.Scalar<>(
          Message.of("the first four octets of a MAC address"),
          "02:00:00:00",
          MacPrefix.class,
          MacPrefix::read);
  static final Type<VlanTag> VLAN_TAG =
      new Type.Scalar<>(Message.of("a VLAN id or `untagged`"), "20", VlanTag.class, VlanTag::read);
  static final Type<Vsock> VSOCK =
      new Type.Scalar<>(
          Message.of("a guest CID, `auto` or `off`"), "100", Vsock.class, Vsock::read);
  static final Type<Size> SIZE =
      new Type.Scalar<>(Message.of("a size"), "4GiB", Size.class, Size::read).in("MiB, GiB or TiB");
  static final Type<PortRange> PORT =
      new Type.Scalar<>(Message.of("a port"), "8080", PortRange.class, PortRange::read);
  static final Type<HostPath> PATH =
      new Type.Scalar<>(
          Message.of("an absolute path"), "/var/lib/web", HostPath.class, HostPath::read);
  static final Type<TapName> TAP =
      new Type.Scalar<>(
          Message.of("an interface name or `auto`"), "vm-web", TapName.class, TapName::read);
  static final Type.Scalar<InterfaceName> INTERFACE =
      new Type.Scalar<>(
          Message.of("an interface name"),
          "enp1s0",
          InterfaceName.class,
          InterfaceName::readFitting);
  static final Type<SshKey> SSH_KEY =
      new Type.Scalar<>(
          Message.of("a public key"),
          "\"ssh-ed25519"
              + " AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7bq admin\"",
          SshKey.class,
          SshKey::read);
  static final Type<Boolean> FLAG =
      new Type.Scalar<>(Message.of("`true` or `false`"), "true", Boolean.class, Types::flag);
  static final Type<IpAddress> IP =
      new Type.Scalar<>(Message.of("an IP address"), "10.0.20.2", IpAddress.class, IpAddress::read);
  static final Type<AddressRange> RANGE =
      new Type.Scalar<>(
          Message.of("an address range"),
          "10.0.20.100-10.0.20.199",
          AddressRange.class,
          AddressRange::read);
  static final Type<Integer> PORT_NUMBER = whole(1, 65535);
  static final Type<Integer> MTU = whole(576, 9216).in("bytes").like("1500");

  /// Any text, in which `${…}` stands for something of the lab.
  static final Type.Words TEXT = new Type.Words(Message.of("a text"), "\"…\"", false);

  /// Text of another language, in which `${…}` is that language's.
  static final Type.Words RAW = new Type.Words(Message.of("a text"), "\"…\"", true);

  static final Type<String> VLAN = reference(Message.of("the name of a VLAN"), "services", "vlan");
  static final Type<String> NODE =
      reference(Message.of("the name of a VM or host"), "k8s-worker-1", "vm", "host");

  static final Type.Scalar<String> CODE =
      form(Message.of("a code"), "ssh-closed", "[a-z][a-z0-9]*(-[a-z0-9]+)*");
  static final Type<String> HOST_NAME =
      form(
          Message.of("a host name or address"),
          "pool.ntp.org",
          "[A-Za-z0-9]([A-Za-z0-9.:-]*[A-Za-z0-9])?");
  static final Type.Scalar<String> FLAKE =
      form(
          Message.of("a flake URL"),
          "github:NixOS/nixpkgs/nixos-25.11",
          "[A-Za-z][A-Za-z0-9+.-]*:[^\\s\"\\\\$]+|[./][^\\s\"\\\\$]*");
  static final Type<String> KUBERNETES_NAME =
      form(Message.of("a Kubernetes name"), "ceph-rbd", "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");
  static final Type<String> IMAGE =
      new Type.Scalar<>(
          Message.of("an image reference"),
          "docker.io/ollama/ollama:rocm",
          String.class,
          Types::image);

  /// An object of the cluster; without a namespace, of the project's.
  public static final Type.Scalar<String> OBJECT =
      form(
          Message.of("NAME or NAMESPACE/NAME"),
          "openshift-virtualization-os-images/rhel9",
          "([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?/)?[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?");

  static final Type<String> REPOSITORY =
      form(
          Message.of("the URL of a Git repository"),
          "https://git.example.com/lab.git",
          "(https?|ssh)://[^\\s\"]+|[A-Za-z0-9_-]+@[A-Za-z0-9.-]+:[^\\s\"]+");
  static final Type<String> REVISION =
      form(
          Message.of("a branch, tag or commit"),
          "main",
          "[A-Za-z0-9]([A-Za-z0-9._/-]*[A-Za-z0-9_-])?");

  /// An extended resource of Kubernetes, which always has a domain.
  public static final Type.Scalar<String> RESOURCE =
      form(
          Message.of("DOMAIN/RESOURCE"),
          "nvidia.com/GA102GL_A10",
          "[a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");

  static final Type<String> URL =
      form(Message.of("a URL"), "https://images.example.com/rhel.qcow2", "https?://[^\\s\"]+");
  static final Type<String> LABEL_KEY =
      form(
          Message.of("a label's key"),
          "node-type",
          "([a-z0-9]([a-z0-9.-]{0,251}[a-z0-9])?/)?[A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?");
  static final Type<String> LABEL_VALUE =
      form(
          Message.of("a label's value"),
          "baremetal",
          "([A-Za-z0-9]([A-Za-z0-9._-]{0,61}[A-Za-z0-9])?)?");

  /// A path in the output tree, where flake.nix stands. No part of it begins with a dot.
  static final Type.Scalar<String> MODULE =
      form(
          Message.of("a path relative to the output folder"),
          "modules/common.nix",
          "[A-Za-z0-9_+-][A-Za-z0-9._+-]*(/[A-Za-z0-9_+-][A-Za-z0-9._+-]*)*");

  static final Type<String> ACCOUNT =
      form(Message.of("a user name"), "admin", "[a-z_][a-z0-9_-]{0,30}");
  public static final Type.Scalar<PciAddress> PCI =
      new Type.Scalar<>(
          Message.of("a PCI address"), "0000:01:00.0", PciAddress.class, PciAddress::read);
  public static final Type.Scalar<UsbId> USB =
      new Type.Scalar<>(Message.of("VENDOR:PRODUCT"), "10c4:ea60", UsbId.class, UsbId::read);

  private Types() {}

  static Type.Scalar<Integer> whole(int from, int to) {
    return new Type.Scalar<>(
        Message.of("a whole number from {0} to {1}", from, to),
        Integer.toString(from),
        Integer.class,
        text -> Whole.read(text, from, to));
  }

  /// A text of a known form.
  static Type.Scalar<String> form(Message label, String example, String pattern) {
    return new Type.Scalar<>(
        label,
        example,
        String.class,
        text ->
            FORMS.computeIfAbsent(pattern, Pattern::compile).matcher(text).matches()
                ? Reading.good(text)
                : Reading.<String>bad(BAD_TEXT, Message.of("`{0}` is not {1}", text, label))
                    .help(Message.of("write it like `{0}`", example)));
  }

  /// Without a scheme: each target has its own, or none.
  private static Reading<String> image(String text) {
    var example = "docker.io/ollama/ollama:rocm";
    int scheme = text.indexOf("://");
    if (scheme >= 0) {
      var rest = text.substring(scheme + "://".length());
      return Reading.<String>bad(
              BAD_TEXT,
              Message.of("an image reference begins with a registry, `{0}` with a scheme", text))
          .help(Message.of("write `{0}`", rest.isEmpty() ? example : rest));
    }
    return FORMS.computeIfAbsent(IMAGE_FORM, Pattern::compile).matcher(text).matches()
        ? Reading.good(text)
        : Reading.<String>bad(BAD_TEXT, Message.of("`{0}` is not an image reference", text))
            .help(Message.of("write it like `{0}`", example));
  }

  static Type<String> reference(Message label, String example, String... kinds) {
    return new Type.Reference(label, example, List.of(kinds));
  }

  /// One of a few words that mean nothing beyond themselves.
  static Type<String> words(Message label, String... words) {
    var options = new LinkedHashMap<String, String>();
    for (var word : words) {
      options.put(word, word);
    }
    return new Type.Choice<>(label, String.class, options);
  }

  /// One of an enum's values, by the words that they print as.
  static <T extends Enum<T>> Type<T> choice(Message label, Class<T> type) {
    var options = new LinkedHashMap<String, T>();
    for (var option : type.getEnumConstants()) {
      options.put(option.toString(), option);
    }
    return new Type.Choice<>(label, type, options);
  }

  private static Reading<Boolean> flag(String text) {
    return switch (text) {
      case "true" -> Reading.good(true);
      case "false" -> Reading.good(false);
      default -> {
        var bad =
            Reading.<Boolean>bad(
                BAD_BOOLEAN, Message.of("`{0}` is neither `true` nor `false`", text));
        yield text.matches("(?i)yes|on|1|enabled?|true")
            ? bad.help(Message.of("write `true`")).meant("true")
            : text.matches("(?i)no|off|0|disabled?|false")
                ? bad.help(Message.of("write `false`")).meant("false")
                : bad;
      }
    };
  }

  private static String microVm(String line) {
    return """
    host box
    vlan services {
      id 20
      subnet 10.0.20.0/24
    }
    vm web {
      vlan services
      ip 10.0.20.10
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
      %s
    }
    """
        .replace("%s", line);
  }
}
