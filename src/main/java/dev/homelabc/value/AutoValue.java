package dev.homelabc.value;

/// What `auto` can come to stand for.
public sealed interface AutoValue permits Ipv4, MacAddress, InterfaceName, Cid {}
