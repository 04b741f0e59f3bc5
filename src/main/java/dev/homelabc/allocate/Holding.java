package dev.homelabc.allocate;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.Place;
import dev.homelabc.value.Ipv4;
import java.util.Optional;

/// An address, or a run of them, that is not free.
///
/// @param last the same as the first where it is one address
/// @param owner words for who has it, such as "`web`" or "the DHCP pool"
/// @param place where the sources say so; empty if the lock does
public record Holding(Ipv4 first, Ipv4 last, Message owner, Optional<Place> place) {
  static Holding of(Ipv4 ip, Message owner, Place place) {
    return new Holding(ip, ip, owner, Optional.of(place));
  }
}
