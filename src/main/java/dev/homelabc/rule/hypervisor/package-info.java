/// What a VM asks of its hypervisor, held against what the hypervisor can do.
@NullMarked
package dev.homelabc.rule.hypervisor;

import org.jspecify.annotations.NullMarked;
