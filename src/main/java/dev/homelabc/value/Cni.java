package dev.homelabc.value;

import java.util.Locale;

/// The network plugin of a Kubernetes cluster.
public enum Cni {
  FLANNEL,
  CALICO,
  CILIUM;

  /// What the tunnel takes of each packet of the network below it, in bytes: VXLAN in IPv4.
  public static final int OVERHEAD = 50;

  @Override
  public String toString() {
    return name().toLowerCase(Locale.ROOT);
  }
}
