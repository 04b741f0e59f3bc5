package dev.homelabc.allocate;

import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Assignments;
import dev.homelabc.model.AutoProperty;
import dev.homelabc.model.Census;
import dev.homelabc.model.Lab;
import dev.homelabc.model.Request;
import dev.homelabc.model.Slot;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.AutoValue;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/// Assigns values to what the lab leaves to `auto`.
///
/// What the lock gives stays as long as it can; the rest gets the next that is free. The order of
/// the sources has no part in it. What the sources state is never given to another, but neither
/// does it drive out what the lock gave: the laws report that both have it.
public final class Allocator {
  private final LockFile file;
  private final Census census;
  private final SortedMap<Slot, Request> requests = new TreeMap<>();
  private final SortedMap<Slot, Sourced<AutoValue>> values = new TreeMap<>();
  private final Pool pool;

  private Allocator(Lab lab, Census census, LockFile file) {
    this.file = file;
    this.census = census;
    census.requests().forEach(it -> requests.put(it.slot(), it));
    pool = new Pool(lab);
    census.stated().forEach(pool::take);
    file.entries().forEach(it -> pool.take(it.given().value()));
  }

  /// Assigns what a lab waits for.
  ///
  /// @param lab as far as it can be bound without the values
  /// @param isLocked whether it is an error that the lock has to change
  public static Allocation allocate(Lab lab, Census census, LockFile file, boolean isLocked) {
    return census.requests().isEmpty() && file.equals(LockFile.NONE)
        ? Allocation.NONE
        : new Allocator(lab, census, file).allocate(isLocked);
  }

  private Allocation allocate(boolean isLocked) {
    var kept = Kept.of(requests, file, pool);
    requests.forEach((slot, request) ->
        kept.of(slot)
            .ifPresent(line ->
                values.put(
                    slot,
                    new Sourced<>(line.given().value(), request.origin().heldBy(line.place())))));
    kept.lost().forEach(this::renumber);
    var full = new TreeMap<Name, List<Request>>();
    // MAC addresses and CIDs follow the IP address.
    give(
        AutoProperty.IP,
        request -> {
          var ip = pool.ip(request.vlan(), request.vlan().subnet().value().network());
          if (ip.isEmpty()) {
            full.computeIfAbsent(request.vlan().name(), _ -> new ArrayList<>()).add(request);
          }
          return ip.map(it -> it);
        });
    give(AutoProperty.MAC, it -> Optional.of(pool.mac(it.vlan(), ip(it))));
    give(AutoProperty.TAP, it -> Optional.of(pool.tap(it.slot())));
    give(AutoProperty.VSOCK, it -> Optional.of(pool.cid(it.vlan(), ip(it))));
    var findings = new ArrayList<>(file.findings());
    full.values().forEach(it -> findings.add(full(it)));
    var lock = lock();
    var changes = new Changes(file, requests, values);
    // Where a line cannot be read, nobody knows who moves.
    if (!isLocked && file.findings().isEmpty()) {
      findings.addAll(changes.warnings(kept.lost()));
    }
    return new Allocation(
        new Assignments(values), lock, findings, isLocked ? changes.errors(lock) : List.of());
  }

  /// Where a VLAN has another subnet now, its VMs keep their numbers in it.
  private void renumber(Kept.Lost lost) {
    var request = lost.request();
    var subnet = request.vlan().subnet().value();
    if (lost.line().given().value() instanceof Ipv4 old
        && !subnet.contains(old)
        && !values.containsKey(request.slot())) {
      var same = subnet.network().plus(old.bits() & subnet.hosts());
      pool.ip(request.vlan(), same).filter(same::equals).ifPresent(it -> give(request, it));
    }
  }

  private void give(AutoProperty property, Function<Request, Optional<AutoValue>> next) {
    for (var request : requests.values()) {
      if (request.slot().property() == property && !values.containsKey(request.slot())) {
        next.apply(request).ifPresent(it -> give(request, it));
      }
    }
  }

  private void give(Request request, AutoValue value) {
    pool.take(value);
    values.put(request.slot(), new Sourced<>(value, request.origin()));
  }

  /// The address of a request's interface, stated or assigned; empty where a DHCP server knows it.
  private Optional<Ipv4> ip(Request request) {
    var slot = new Slot(request.slot().vm(), request.nic(), AutoProperty.IP);
    return request
        .ip()
        .or(() ->
            Optional.ofNullable(values.get(slot))
                .map(Sourced::value)
                .flatMap(it -> it instanceof Ipv4 ip ? Optional.of(ip) : Optional.empty()));
  }

  /// What is given now, and what was and rests: that which nobody has by now.
  private Lock lock() {
    var all = new ArrayList<Given>();
    var taken = new HashSet<>(census.stated());
    values.forEach((slot, value) -> {
      all.add(new Given(slot, value.value(), false));
      taken.add(value.value());
    });
    file.entries().stream()
        .map(it -> it.given().freed())
        .filter(it -> !taken.contains(it.value()))
        .forEach(all::add);
    return new Lock(all);
  }

  private static Diagnostic full(List<Request> requests) {
    var first = requests.getFirst();
    var vlan = first.vlan();
    var others = requests.size() - 1;
    return Diagnostic.at(
            first.origin().place(),
            AllocateCodes.FULL,
            Message.of("VLAN `{0}` has no address left for `{1}`", vlan, first.slot().owner()),
            others == 0
                ? Message.of("none is free")
                : Message.of("none is free, for {0} more VMs either", others))
        .also(vlan.subnet().place(), Message.of("the subnet"))
        .help(Message.of("make the subnet larger, or free what rests: `homelabc lock prune`"));
  }
}
