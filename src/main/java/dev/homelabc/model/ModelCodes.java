package dev.homelabc.model;

import dev.homelabc.diagnostic.Code;
import java.util.List;

/// What can be wrong with a lab whose form is right but whose statements do not fit the schema or
/// each other.
public final class ModelCodes {
  private static final String GOOD_VLAN =
      """
      vlan services {
        id 20
        subnet 10.0.20.0/24
      }
      """;

  private static final String GOOD_VM = microVm("box", "memory 1GiB");

  static final Code UNKNOWN_PROPERTY =
      Code.error(
          "unknown-property",
          "A keyword is not known where it stands.",
          "A misspelt property would otherwise be left out without a word.",
          microVm("box", "memroy 1GiB\n  memory 1GiB"),
          GOOD_VM);

  static final Code MISSING_PROPERTY =
      Code.error(
          "missing-property",
          "A property that has no default is not given.",
          "Nothing sensible can be assumed for it.",
          microVm("box", ""),
          GOOD_VM);

  static final Code DUPLICATE_PROPERTY =
      Code.error(
          "duplicate-property",
          "A property stands twice in one block, or a name twice in one list.",
          "The last one does not win silently: one of the two is a leftover.",
          microVm("box", "memory 1GiB\n  memory 2GiB"),
          GOOD_VM);

  static final Code WRONG_ARGUMENTS =
      Code.error(
          "wrong-arguments",
          "A statement has too few or too many arguments, or one of the wrong form.",
          "Each keyword takes a fixed row of arguments; its usage is in the message.",
          microVm("box", "memory 1 GiB"),
          GOOD_VM);

  static final Code WRONG_BLOCK =
      Code.error(
          "wrong-block",
          "A statement has a block that it does not take, or lacks the one it needs.",
          "A block with nothing to say in it is most likely meant for another statement.",
          microVm("box", "memory 1GiB { }"),
          GOOD_VM);

  public static final Code IDLE_PROPERTY =
      Code.error(
          "idle-property",
          "A property has no effect beside the others.",
          "It would be read and left out: either it is a leftover, or what gives it an effect is"
              + " missing.",
          """
          openshift shop {
            network lan {
              bridge br1
              gateway 10.0.30.1
            }
          }
          """,
          """
          openshift shop {
            network lan {
              bridge br1
              range 10.0.30.0/24
              gateway 10.0.30.1
            }
          }
          """);

  static final Code LAN_AS_VLAN =
      Code.error(
          "lan-as-vlan",
          "A host takes an untagged VLAN for one with a tag.",
          "An untagged VLAN is the LAN behind the uplink: it leaves the host without `trunk`, has a"
              + " router of its own, and the host's address in it is that of `lan`.",
          untagged("  trunk home\n  "),
          untagged(""));

  static final Code WRONG_PLATFORM =
      Code.error(
          "wrong-platform",
          "A property belongs to VMs of another platform.",
          "microVMs on NixOS and VMs of OpenShift share CPUs, memory and names, and little else.",
          microVm("box", "memory 1GiB\n  storage-class ceph"),
          GOOD_VM);

  static final Code UNKNOWN_NAME =
      Code.error(
          "unknown-name",
          "A statement refers to something that the lab does not declare.",
          "References are resolved before anything is written, so that no file points into the"
              + " void.",
          microVm("bx", "memory 1GiB"),
          GOOD_VM);

  public static final Code UNKNOWN_CHOICE =
      Code.error(
          "unknown-choice",
          "A word is not one of those that the property takes.",
          "Only the words listed have a meaning.",
          microVm("box", "memory 1GiB\n  hypervisor qemuu"),
          GOOD_VM);

  static final Code DUPLICATE_NAME =
      Code.error(
          "duplicate-name",
          "Two declarations share a name.",
          "Hosts, VMs (replicas counted singly) and OpenShift projects share one name space,"
              + " because they become flake attributes and targets; other kinds have one each.",
          GOOD_VLAN + GOOD_VLAN.replace("20", "30"),
          GOOD_VLAN + GOOD_VLAN.replace("20", "30").replace("services", "storage"));

  static final Code PROFILE_CYCLE =
      Code.error(
          "profile-cycle",
          "A profile applies itself, perhaps through others.",
          "There would be no first layer to begin with.",
          """
          profile a {
            profile b
          }
          profile b {
            profile a
          }
          """,
          """
          profile a {
            profile b
          }
          profile b {
            vcpu 2
          }
          """);

  static final Code HOMELESS_VM =
      Code.error(
          "homeless-vm",
          "The lab declares nothing that its VMs could run on.",
          "A VM runs on a host or in an OpenShift project; where the lab has exactly one, it need"
              + " not say which.",
          GOOD_VM.replace("host box\n", "").replace("  on box\n", ""),
          GOOD_VM);

  static final Code UNKNOWN_INTERPOLATION =
      Code.error(
          "unknown-interpolation",
          "A `${…}` in a text names nothing that is known there.",
          "Write `$${` for the two characters themselves.",
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            description "for ${nmae}"
          }
          """,
          """
          vlan services {
            id 20
            subnet 10.0.20.0/24
            description "for ${name}"
          }
          """);

  static final Code REPLICA_WITHOUT_INDEX =
      Code.error(
          "replica-without-index",
          "Replicas would all get the same TAP or host name.",
          "Addresses count up by themselves; a name says where its number goes.",
          microVm("box", "memory 1GiB\n  replicas 2\n  tap vm-web"),
          microVm("box", "memory 1GiB\n  replicas 2\n  tap \"vm-web${index}\""));

  /// All of them, by name.
  public static final List<Code> ALL =
      List.of(
          DUPLICATE_NAME,
          DUPLICATE_PROPERTY,
          HOMELESS_VM,
          IDLE_PROPERTY,
          LAN_AS_VLAN,
          MISSING_PROPERTY,
          PROFILE_CYCLE,
          REPLICA_WITHOUT_INDEX,
          UNKNOWN_CHOICE,
          UNKNOWN_INTERPOLATION,
          UNKNOWN_NAME,
          UNKNOWN_PROPERTY,
          WRONG_ARGUMENTS,
          WRONG_BLOCK,
          WRONG_PLATFORM);

  private ModelCodes() {}

  private static String untagged(String trunk) {
    return """
    vlan home {
      id untagged
      subnet 192.168.0.0/24
    }
    host box {
      bridge vmbr0 {
        uplink enp1s0
      %s}
    }
    """
        .replace("%s", trunk);
  }

  private static String microVm(String host, String lines) {
    var vm =
        """
        host box
        vlan services {
          id 20
          subnet 10.0.20.0/24
        }
        vm web {
          on %s
          vlan services
          ip 10.0.20.10
          mac 02:00:00:00:20:10
          vcpu 1
        """
            .replace("%s", host);
    return vm + (lines.isEmpty() ? "" : "  " + lines + "\n") + "}\n";
  }
}
