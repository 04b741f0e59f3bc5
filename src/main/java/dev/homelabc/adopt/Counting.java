package dev.homelabc.adopt;

import dev.homelabc.adopt.Catalogue.Network;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.Cidr;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.Reading;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// Where the addresses of each group begin. v-auto gives the first VM of every group network + 101,
/// so that two groups on one network collide; here a later group goes where there is room, and that
/// is reported.
final class Counting {
  /// v-auto's own number, and the lab's where none is given.
  static final int FIRST = 101;

  /// The largest number that `first` takes, and one more.
  private static final int LAST = 65536;

  private final Catalogue catalogue;
  private final Consumer<Diagnostic> report;

  /// Who has an address, whichever network it is in: ranges of two may be the same.
  private final Map<Ipv4, Spec> taken = new HashMap<>();

  private Counting(Catalogue catalogue, Consumer<Diagnostic> report) {
    this.catalogue = catalogue;
    this.report = report;
  }

  /// The offset of the first address of each group that cannot have v-auto's.
  static Map<Spec, Integer> firsts(
      Catalogue catalogue, List<Spec> specs, Consumer<Diagnostic> report) {
    var counting = new Counting(catalogue, report);
    var firsts = new LinkedHashMap<Spec, Integer>();
    for (var spec : specs) {
      int first = counting.first(spec);
      if (first != FIRST) {
        firsts.put(spec, first);
      }
    }
    return firsts;
  }

  /// A network of a group with the addresses that it has.
  private record Pool(Network network, Cidr range) {
    int size() {
      return range.hosts() < 0 ? Integer.MAX_VALUE : range.hosts();
    }

    /// Addresses that no VM gets: those of router and DNS servers.
    Set<Ipv4> kept() {
      return Stream.concat(network.gateway().stream(), network.dns().stream())
          .flatMap(it ->
              Ipv4.read(it.value()) instanceof Reading.Good<Ipv4>(var address)
                  ? Stream.of(address)
                  : Stream.empty())
          .collect(Collectors.toSet());
    }

    Stream<Ipv4> addresses(Spec spec, int first) {
      return IntStream.range(first, first + spec.count()).mapToObj(range.network()::plus);
    }
  }

  private int first(Spec spec) {
    var pools = pools(spec);
    int first =
        isFree(spec, pools, FIRST, taken.keySet()) ? FIRST : elsewhere(spec, pools).orElse(FIRST);
    for (var pool : pools) {
      if (first != FIRST) {
        report.accept(moved(spec, pool, first));
      }
    }
    for (var pool : pools) {
      pool.addresses(spec, first).forEach(it -> taken.putIfAbsent(it, spec));
    }
    return first;
  }

  private List<Pool> pools(Spec spec) {
    return spec.networks().stream()
        .flatMap(name ->
            catalogue.networks().stream().filter(it -> it.name().value().equals(name.value())))
        .distinct()
        .flatMap(network ->
            network
                .range()
                .flatMap(it ->
                    Cidr.read(it.value()) instanceof Reading.Good<Cidr>(var range)
                        ? Optional.of(new Pool(network, range))
                        : Optional.empty())
                .stream())
        .toList();
  }

  private static boolean isFree(Spec spec, List<Pool> pools, int first, Set<Ipv4> others) {
    return pools.stream().allMatch(pool -> pool.addresses(spec, first).noneMatch(others::contains));
  }

  /// The next room behind v-auto's number, else the first one before it.
  private Optional<Integer> elsewhere(Spec spec, List<Pool> pools) {
    int size = pools.stream().mapToInt(Pool::size).min().orElse(0);
    var others = new HashSet<>(taken.keySet());
    pools.forEach(it -> others.addAll(it.kept()));
    return IntStream.concat(
            IntStream.range(FIRST, Math.min(size, LAST)), IntStream.range(1, Math.min(size, FIRST)))
        .filter(first -> first + spec.count() <= size)
        .filter(first -> isFree(spec, pools, first, others))
        .boxed()
        .findFirst();
  }

  private Diagnostic moved(Spec spec, Pool pool, int first) {
    var finding =
        Diagnostic.at(
                spec.prefix().place(),
                AdoptCodes.MOVED_ADDRESSES,
                Message.of(
                    "`{0}` gets {1} in network `{2}`, where v-auto gives it {3}",
                    spec.prefix(),
                    addresses(spec, pool, first),
                    pool.network().name(),
                    addresses(spec, pool, FIRST)),
                Message.of("its addresses change"))
            .help(
                Message.of(
                    "before you deploy it, change what knows the old addresses; `first` in the lab"
                        + " says where they begin"));
    return pool.addresses(spec, FIRST)
        .flatMap(it -> Optional.ofNullable(taken.get(it)).stream())
        .findFirst()
        .map(it ->
            finding.also(it.prefix().place(), Message.of("`{0}` has some of them", it.prefix())))
        .orElse(finding);
  }

  private static Message addresses(Spec spec, Pool pool, int first) {
    var from = pool.range().network().plus(first);
    return spec.count() == 1
        ? Message.of("`{0}`", from)
        : Message.of("`{0}` to `{1}`", from, pool.range().network().plus(first + spec.count() - 1));
  }
}
