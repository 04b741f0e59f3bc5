/// The files of OpenShift Virtualization: one object a file, in folders by the phase that applies
/// them. An administrator applies `networks`, the tenant everything else; Secrets that ask for a
/// password are templates and belong to no phase.
///
/// Fields and limits were read in KubeVirt 1.9, CDI 1.66 and the CNI plugins; a comment gives the
/// reason where the obvious spelling would be wrong.
@NullMarked
package dev.homelabc.emit.openshift;

import org.jspecify.annotations.NullMarked;
