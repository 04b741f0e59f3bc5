package dev.homelabc.value;

/// The network plugin of a Kubernetes cluster.
public enum Cni {
  FLANNEL;

  @Override
  public String toString() {
    return "flannel";
  }
}
