package dev.homelabc.value;

/// Where a guest's network interface has its IPv4 address from: the lab, or a DHCP server.
public sealed interface GuestIp extends GuestAddress permits Ipv4, Dhcp {}
