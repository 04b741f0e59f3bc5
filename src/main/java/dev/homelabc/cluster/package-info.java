/// Clusters that run KubeVirt: what a lab says of a project is applied to one, looked at there, and
/// taken away again.
///
/// Sees the network, the kubeconfig and the clock. Nothing of `check` and `build` uses it, so that
/// its libraries are loaded only by the commands that talk to a cluster.
@NullMarked
package dev.homelabc.cluster;

import org.jspecify.annotations.NullMarked;
