/// The files of Kubernetes clusters made with kubeadm: the configuration of `kubeadm init`, node
/// labels, and workloads. Tokens and certificates are made at run time and stand in none of them.
@NullMarked
package dev.homelabc.emit.kubernetes;

import org.jspecify.annotations.NullMarked;
