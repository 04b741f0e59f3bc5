package dev.homelabc.adopt;

import dev.homelabc.diagnostic.Code;
import java.util.List;

/// What can be wrong with files of v-auto, or different in the lab that is made of them. What the
/// compiler finds in that lab has its own codes.
///
/// Their examples are files of v-auto, each below a line with its name; see [Example].
public final class AdoptCodes {
  private static final String CONFIG =
      """
      # config.yaml
      namespace: shop
      networks:
        default:
          bridge: br-mgmt
          ipam:
            range: 10.10.10.0/24
      """;

  private static final String GOOD = CONFIG + spec("web", "memory: 4Gi");

  static final Code UNREADABLE =
      Code.error(
          "adopt-unreadable",
          "A file of v-auto is not YAML, or no mapping of fields.",
          "Nothing can be taken from it, and a lab without it would not be the whole project.",
          CONFIG + "# spec.yaml\n- name_prefix: web\n",
          GOOD);

  static final Code UNKNOWN_FIELD =
      Code.warning(
          "adopt-unknown-field",
          "A file of v-auto has a field that is not known.",
          "It is left out of the lab. If it is misspelt, that is most likely what v-auto does with"
              + " it, too.",
          CONFIG + spec("web", "memory: 4Gi\nstorageclass: fast"),
          CONFIG + spec("web", "memory: 4Gi\nstorage_class: fast"));

  static final Code MISSING_FIELD =
      Code.error(
          "adopt-missing-field",
          "A file of v-auto lacks a field that has to be there.",
          "Nothing sensible can be assumed for it.",
          CONFIG + spec("web", "replicas: 1"),
          GOOD);

  static final Code BAD_VALUE =
      Code.error(
          "adopt-bad-value",
          "A field of v-auto has a value that is not of its kind.",
          "A list in the place of a text, or an amount that Kubernetes would not read, would fail"
              + " at the deployment, or worse, mean something else.",
          CONFIG + spec("web", "memory: 4GB"),
          GOOD);

  static final Code DUPLICATE_FIELD =
      Code.error(
          "adopt-duplicate-field",
          "A key stands twice in a mapping of a file of v-auto.",
          "Python takes the last one without a word: one of the two is a leftover.",
          CONFIG + spec("web", "memory: 2Gi\nmemory: 4Gi"),
          GOOD);

  static final Code IDLE_FIELD =
      Code.warning(
          "adopt-idle-field",
          "A field of v-auto has no effect without another one.",
          "It is left out of the lab, where it would be an error.",
          CONFIG + spec("web", "memory: 4Gi\nauth:\n  username: admin"),
          GOOD);

  static final Code MOVED_ADDRESSES =
      Code.warning(
          "adopt-moved-addresses",
          "VMs get other addresses than v-auto gives them.",
          "v-auto counts from .101 for every group, so that two groups on one network have the same"
              + " addresses. A lab refuses that; the later group is counted from where there is"
              + " room.",
          CONFIG + spec("web", "memory: 4Gi") + spec("db", "memory: 4Gi"),
          GOOD);

  static final Code OVN_BRIDGE =
      Code.note(
          "adopt-ovn-bridge",
          "A network on `br-ex` becomes a localnet.",
          "`br-ex` is a bridge of Open vSwitch that belongs to OVN-Kubernetes. The plugin for Linux"
              + " bridges, with which v-auto attaches VMs to it, cannot do that.",
          GOOD.replace("br-mgmt", "br-ex"),
          GOOD);

  static final Code RENAMED_PROJECT =
      Code.note(
          "adopt-renamed-project",
          "The project gets another name, because VMs have its own.",
          "Projects and VMs are targets of one lab and share their names. The namespace stays what"
              + " it was.",
          GOOD.replace("namespace: shop", "namespace: web"),
          GOOD);

  static final Code ROUNDED_SIZE =
      Code.note(
          "adopt-rounded-size",
          "An amount of memory or disk becomes a little more.",
          "A lab counts in MiB. `4G` is 4,000,000,000 bytes, which is not a whole number of them.",
          GOOD.replace("4Gi", "4G"),
          GOOD);

  static final Code NAMELESS_PROJECT =
      Code.note(
          "adopt-nameless-project",
          "Nothing says what the project is called.",
          "v-auto has the name on its command line and not in the files. The name of the folder is"
              + " taken, which may be another.",
          GOOD.replace("namespace: shop\n", ""),
          GOOD);

  /// Sorted by name.
  public static final List<Code> ALL =
      List.of(
          BAD_VALUE,
          DUPLICATE_FIELD,
          IDLE_FIELD,
          MISSING_FIELD,
          MOVED_ADDRESSES,
          NAMELESS_PROJECT,
          OVN_BRIDGE,
          RENAMED_PROJECT,
          ROUNDED_SIZE,
          UNKNOWN_FIELD,
          UNREADABLE);

  private AdoptCodes() {}

  private static String spec(String prefix, String lines) {
    return """
    # %1$s.yaml
    name_prefix: %1$s
    cpu: 2
    image_url: https://images.example.com/rhel.qcow2
    disk_size: 40Gi
    networks: [default]
    %2$s
    """
        .formatted(prefix, lines);
  }
}
