package dev.homelabc.allocate;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vlan;
import dev.homelabc.value.Cid;
import dev.homelabc.value.Ipv4;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/// Who has which address of a lab, and what `auto` would get next: what the lab states is taken,
/// and so is what rests in the lock.
///
/// All networks share one space of IPv4 addresses. `auto` gives no CID that another VM of the lab
/// has, though hosts count theirs apart, and no such MAC address: a VM keeps both wherever it goes.
public final class AddressBook {
  private final List<Holding> holdings;
  private final Pool pool;
  private final Lab lab;
  private final Lock lock;

  private AddressBook(Lab lab, Lock lock) {
    this.lab = lab;
    this.lock = lock;
    this.holdings = new ArrayList<>(Holdings.of(lab));
    this.pool = new Pool(lab);
    for (var it : lock.freed()) {
      pool.take(it.value());
      if (it.value() instanceof Ipv4 ip) {
        var owner = Message.of("freed by `{0}`", it.slot().owner());
        holdings.add(new Holding(ip, ip, owner, Optional.empty()));
      }
    }
    holdings.sort((it, other) -> it.first().compareTo(other.first()));
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

  /// How many addresses of a VLAN are free.
  public long countFree(Vlan vlan) {
    return pool.free(vlan);
  }

  /// What the next VMs in a VLAN would get, one after another; fewer where it fills up before.
  ///
  /// @param most at most so many
  public List<Offer> next(Vlan vlan, int most) {
    var taking = new Pool(lab);
    lock.freed().forEach(it -> taking.take(it.value()));
    var offers = new ArrayList<Offer>();
    var from = vlan.subnet().value().network();
    for (var ip = taking.ip(vlan, from);
        ip.isPresent() && offers.size() < most;
        ip = taking.ip(vlan, from)) {
      var offer = new Offer(ip.get(), taking.mac(vlan, ip), taking.cid(vlan, ip));
      taking.take(offer.ip());
      taking.take(offer.mac());
      taking.take(offer.cid());
      offers.add(offer);
      from = offer.ip();
    }
    return List.copyOf(offers);
  }

  /// The CIDs that no VM of a host has and that do not rest, from the host's lowest one on.
  public Stream<Cid> freeCids(Host host) {
    var taken =
        lab.on(host).stream()
            .flatMap(vm -> vm.vsock().stream())
            .map(Sourced::value)
            .filter(it -> !it.isReserved())
            .collect(Collectors.toCollection(TreeSet::new));
    long first = taken.isEmpty() ? Pool.FIRST_CID : taken.first().number();
    for (var it : lock.freed()) {
      if (it.value() instanceof Cid cid) {
        taken.add(cid);
      }
    }
    return LongStream.range(first, Cid.MAX).mapToObj(Cid::new).filter(it -> !taken.contains(it));
  }
}
