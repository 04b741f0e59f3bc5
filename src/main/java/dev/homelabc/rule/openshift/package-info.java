/// Projects of OpenShift Virtualization and their VMs.
@NullMarked
package dev.homelabc.rule.openshift;

import org.jspecify.annotations.NullMarked;
