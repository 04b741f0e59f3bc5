package dev.homelabc.rule.kubernetes;

import dev.homelabc.rule.Example;

/// The labs that the laws about nodes take their examples from: a cluster with a VM in it.
final class Nodes {
  private static final String IMAGES =
      """
      volume images {
        mount /var/lib/containerd
        size 20GiB
      }
      """;

  private static final String JOINED =
      """
      share kubernetes {
        source /var/lib/microvms/web/kubernetes
        mount /etc/kubernetes
      }
      """
          + IMAGES;

  private Nodes() {}

  /// A VM that is the control plane and opens these ports, with a disk for all its state.
  static String controlPlane(String ports) {
    var state =
        """
        volume state {
          mount /var/lib
          size 4GiB
        }
        """;
    return controlPlane(ports, state);
  }

  static String controlPlane(String ports, String disks) {
    return lab(ports + "\n" + JOINED + disks, "control-plane web");
  }

  /// A VM that is a worker of the host's cluster and has these lines more.
  static String worker(String lines) {
    return lab(lines + "\n" + JOINED + kubelet("2GiB"), "control-plane box\nworker web");
  }

  /// A worker whose kubelet has this for its folder.
  static String kubeletOn(String disk) {
    return lab("port kubelet 10250\n" + JOINED + disk, "control-plane box\nworker web");
  }

  /// A worker that has this beside the disk of its kubelet.
  static String joined(String share) {
    return lab(
        "port kubelet 10250\n" + kubelet("2GiB") + IMAGES + share, "control-plane box\nworker web");
  }

  /// A worker whose containerd has this for its folder.
  static String containerdOn(String disk) {
    return lab(
        "port kubelet 10250\n" + JOINED.replace(IMAGES, disk) + kubelet("2GiB"),
        "control-plane box\nworker web");
  }

  static String kubelet(String size) {
    return """
    volume kubelet {
      mount /var/lib/kubelet
      size %s
    }
    """
        .replace("%s", size);
  }

  private static String lab(String inVm, String inCluster) {
    return Example.fill(
        """
        vlan services {
          id 20
          subnet 10.0.20.0/24
        }

        host box {
          ip services 10.0.20.5
        }

        vm web {
          vlan services
          ip 10.0.20.10
          mac 02:00:00:00:20:10
          vcpu 1
          memory 1GiB
        %s}

        cluster k8s {
        %s}
        """,
        Example.inBlock(inVm.strip()), Example.inBlock(inCluster));
  }
}
