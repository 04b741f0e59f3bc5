package dev.homelabc.model;

import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import java.util.Optional;

/// That a VM waits for a value: the lab says `auto`, or nothing where that means the same.
///
/// @param origin the word `auto`, or the declaration that leaves it out
/// @param nic the further network interface that the value is for, or that a CID follows
/// @param vlan of the network interface
/// @param ip the address that the lab states for it; without one, see the request for it
public record Request(Slot slot, Origin origin, Optional<Name> nic, Vlan vlan, Optional<Ipv4> ip) {}
