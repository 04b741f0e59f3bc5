package dev.homelabc.allocate;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Vlan;
import dev.homelabc.value.Cid;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.MacAddress;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Who has which address of a lab, and what `auto` would get next: what the lab states is taken,
/// and so is what rests in the lock.
///
/// All networks share one space of IPv4 addresses. A CID is free if no VM of the lab has it, and
/// not only none of its host, and a MAC address likewise: so a VM keeps both wherever it goes.
public final class AddressBook {
  private final List<Holding> holdings;
  private final Pool pool;

  private AddressBook(Lab lab, Lock lock) {
    this.holdings = new ArrayList<>(Holdings.of(lab));
    this.pool = new Pool(lab);
    for (var it : lock.freed()) {
      pool.take(it.value());
      if (it.value() instanceof Ipv4 ip) {
        var owner = Message.of("freed by `{0}`", it.slot().owner());
        holdings.add(new Holding(ip, ip, owner, Optional.empty()));
      }
    }
    holdings.sort(Comparator.comparing(Holding::first));
  }

  /// The book of a lab.
  ///
  /// @param lab after assignment, so that it holds what the lock gave its VMs
  public static AddressBook of(Lab lab, Lock lock) {
    return new AddressBook(lab, lock);
  }

  /// What is not free in a VLAN's subnet, lowest first.
  public List<Holding> taken(Vlan vlan) {
    var subnet = vlan.subnet().value();
    return holdings.stream()
        .filter(it ->
            it.first().compareTo(subnet.last()) <= 0 && it.last().compareTo(subnet.network()) >= 0)
        .toList();
  }

  /// The free addresses of a VLAN, lowest first: in this order they are assigned.
  public Stream<Ipv4> free(Vlan vlan) {
    return Stream.iterate(
            pool.ip(vlan, vlan.subnet().value().network()),
            Optional::isPresent,
            it ->
                it.filter(ip -> !ip.equals(vlan.subnet().value().last()))
                    .flatMap(ip -> pool.ip(vlan, ip.plus(1))))
        .map(Optional::orElseThrow);
  }

  /// How many addresses of a VLAN are free.
  public long countFree(Vlan vlan) {
    return pool.free(vlan);
  }

  /// The MAC address of the next VM in a VLAN with this address.
  public MacAddress nextMac(Vlan vlan, Ipv4 ip) {
    return pool.mac(vlan, Optional.of(ip));
  }

  /// The guest CID of the next VM in a VLAN with this address.
  public Cid nextCid(Vlan vlan, Ipv4 ip) {
    return pool.cid(vlan, Optional.of(ip));
  }
}
