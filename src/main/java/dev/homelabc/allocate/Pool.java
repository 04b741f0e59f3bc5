package dev.homelabc.allocate;

import dev.homelabc.model.Lab;
import dev.homelabc.model.Slot;
import dev.homelabc.model.Vlan;
import dev.homelabc.value.AutoValue;
import dev.homelabc.value.Cid;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.MacAddress;
import dev.homelabc.value.MacPrefix;
import dev.homelabc.value.Shortened;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.stream.IntStream;

/// What is taken, and by what rule the next free value is chosen. To look takes nothing.
final class Pool {
  /// 0 to 2 have a meaning of their own (vsock(7)).
  static final long FIRST_CID = 3;

  /// So far two decimal digits go.
  private static final int DIGITS = 99;

  /// From here on an octet has a letter, and so does not read as the number of a VLAN or host.
  private static final int LETTERS = 0xa0;

  private final MacPrefix prefix;
  private final Occupied ips = new Occupied();
  private final Occupied macs = new Occupied();
  private final Occupied cids = new Occupied();
  private final Set<InterfaceName> taps = new HashSet<>();

  /// All that the lab states is taken.
  Pool(Lab lab) {
    this.prefix = lab.macPrefix().value();
    Holdings.of(lab).forEach(it -> ips.add(number(it.first()), number(it.last())));
    for (var vm : lab.microVms()) {
      for (var nic : vm.nics()) {
        take(nic.mac().value());
        nic.device().ifPresent(it -> take(it.value()));
      }
      vm.userNics().forEach(it -> take(it.mac().value()));
      vm.vsock().ifPresent(cid -> take(cid.value()));
    }
    for (var host : lab.hosts()) {
      take(host.bridge().name().value());
      host.bridge().uplink().ifPresent(it -> take(it.value()));
    }
  }

  void take(AutoValue value) {
    switch (value) {
      case Ipv4 ip -> ips.add(number(ip));
      case MacAddress mac -> macs.add(mac.bits());
      case Cid cid -> cids.add(cid.number());
      case InterfaceName name -> taps.add(name);
    }
  }

  /// The lowest free address of a VLAN, from another one on.
  Optional<Ipv4> ip(Vlan vlan, Ipv4 from) {
    var free = ips.firstFree(number(from), number(vlan.subnet().value().last()));
    return free.isPresent() ? Optional.of(new Ipv4((int) free.getAsLong())) : Optional.empty();
  }

  /// How many addresses of a VLAN are free.
  long free(Vlan vlan) {
    var subnet = vlan.subnet().value();
    return ips.free(number(subnet.network()), number(subnet.last()));
  }

  /// `PREFIX:VV:HH`, the VLAN's id and the last octet of the address in decimal digits; where these
  /// do not fit or another VM has it, the next one that reads as no other VLAN or host.
  MacAddress mac(Vlan vlan, Optional<Ipv4> ip) {
    int id = id(vlan);
    return ip.flatMap(it -> mac(id, it.bits() & 0xff))
        .filter(it -> !macs.contains(it.bits()))
        .orElseGet(() -> {
          var inVlan =
              id > DIGITS
                  ? OptionalLong.empty()
                  : macs.firstFree(
                      prefix.with(digits(id), LETTERS).bits(),
                      prefix.with(digits(id), 0xff).bits());
          // No lab has so many VMs that this runs out.
          return new MacAddress(
              inVlan.orElseGet(() ->
                  macs.firstFree(prefix.with(LETTERS, 0).bits(), Long.MAX_VALUE).orElseThrow()));
        });
  }

  private Optional<MacAddress> mac(int vlan, int host) {
    int last = host > DIGITS ? LETTERS + host - DIGITS - 1 : digits(host);
    return vlan > DIGITS || last > 0xff
        ? Optional.empty()
        : Optional.of(prefix.with(digits(vlan), last));
  }

  /// Whether the octet for the VLAN shows the number of another one.
  boolean isOfAnotherVlan(MacAddress mac, Vlan vlan) {
    var shown = prefix.vlan(mac);
    return shown.isPresent() && shown.getAsInt() != id(vlan);
  }

  /// The octet that shows a number in decimal digits: 0x42 for 42.
  private static int digits(int number) {
    return (number / 10) << 4 | number % 10;
  }

  /// The VLAN's id and the last octet of the address in decimal digits, 20010 for 10.0.20.10 in
  /// VLAN 20; where another VM has that, the lowest that is free.
  Cid cid(Vlan vlan, Optional<Ipv4> ip) {
    var derived =
        ip.map(it -> id(vlan) * 1000L + (it.bits() & 0xff))
            .filter(it -> it >= FIRST_CID && !cids.contains(it));
    return new Cid(derived.orElseGet(() -> cids.firstFree(FIRST_CID, Cid.MAX - 1).orElseThrow()));
  }

  /// `vm-NAME`, cut to what Linux takes.
  InterfaceName tap(Slot slot) {
    var name = "vm-" + slot.owner().replace('/', '-');
    return IntStream.iterate(1, it -> it + 1)
        .mapToObj(it -> it == 1 ? name : name + "-" + it)
        .map(it -> new InterfaceName(Shortened.to(InterfaceName.MAX, it)))
        .filter(it -> !taps.contains(it))
        .findFirst()
        .orElseThrow();
  }

  /// The number that stands for a VLAN; the untagged one is no VLAN, and 0.
  private static int id(Vlan vlan) {
    return vlan.tag().map(it -> it.value().number()).orElse(0);
  }

  private static long number(Ipv4 ip) {
    return Integer.toUnsignedLong(ip.bits());
  }
}
