package dev.homelabc.allocate;

import dev.homelabc.value.Cid;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.MacAddress;

/// What the next VM in a VLAN would get where it leaves all to `auto`.
public record Offer(Ipv4 ip, MacAddress mac, Cid cid) {}
