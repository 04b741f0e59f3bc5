/// The target `ansible`: an inventory of hosts and VMs, and playbooks for the VMs' life.
@NullMarked
package dev.homelabc.emit.ansible;

import org.jspecify.annotations.NullMarked;
