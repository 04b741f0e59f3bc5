package dev.homelabc.value;

/// What makes and runs a Kubernetes cluster.
public enum ClusterKind {
  KUBEADM;

  @Override
  public String toString() {
    return "kubeadm";
  }
}
