package dev.homelabc.allocate;

import dev.homelabc.allocate.LockFile.Line;
import dev.homelabc.allocate.LockFile.Side;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Request;
import dev.homelabc.model.Slot;
import dev.homelabc.value.AutoValue;
import dev.homelabc.value.Cid;
import dev.homelabc.value.InterfaceName;
import dev.homelabc.value.Ipv4;
import dev.homelabc.value.MacAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Who keeps what the lock gives. Where two lay claim to one value, as after a merge, what both
/// branches say comes first and then the first by name: whoever resolves the merge gets the same.
final class Kept {
  /// A claim to a value: the better, the lower.
  private enum Claim {
    AGREED,
    /// One branch gave it.
    ADDED,
    /// One branch had it from before, and the other took it away.
    DROPPED,
    /// The VM had it once.
    FREED
  }

  private record Wish(Request request, Line line, Claim claim) {
    AutoValue value() {
      return line.given().value();
    }
  }

  /// A value that a VM has according to the lock and cannot keep.
  ///
  /// @param other the entry where the reason is to be seen
  record Lost(Request request, Line line, Message reason, Optional<Line> other) {}

  private final Pool pool;
  private final Map<Slot, Line> lines = new HashMap<>();
  private final Map<AutoValue, Line> owners = new HashMap<>();
  private final List<Lost> lost = new ArrayList<>();

  private Kept(Pool pool) {
    this.pool = pool;
  }

  static Kept of(Map<Slot, Request> requests, LockFile file, Pool pool) {
    var kept = new Kept(pool);
    var wishes = new ArrayList<Wish>();
    var claims = new Claims(file);
    for (var line : file.entries()) {
      var request = requests.get(line.given().slot());
      if (request != null) {
        wishes.add(new Wish(request, line, claims.of(line)));
      }
    }
    wishes.sort(Kept::inOrder);
    wishes.forEach(kept::grant);
    wishes.forEach(kept::explain);
    return kept;
  }

  private static int inOrder(Wish wish, Wish other) {
    int order = wish.claim.compareTo(other.claim);
    return order == 0 ? wish.line.given().compareTo(other.line.given()) : order;
  }

  /// The entry of a slot that is kept.
  Optional<Line> of(Slot slot) {
    return Optional.ofNullable(lines.get(slot));
  }

  List<Lost> lost() {
    return lost;
  }

  private void grant(Wish wish) {
    if (!lines.containsKey(wish.request.slot())
        && misfit(wish).isEmpty()
        && owners.putIfAbsent(wish.value(), wish.line) == null) {
      lines.put(wish.request.slot(), wish.line);
    }
  }

  private void explain(Wish wish) {
    var slot = wish.request.slot();
    var kept = lines.get(slot);
    boolean isSame = kept != null && kept.given().value().equals(wish.value());
    if (isSame || wish.claim.compareTo(Claim.ADDED) > 0) {
      return;
    }
    var owner = owners.get(wish.value());
    var reason =
        misfit(wish)
            .orElseGet(() ->
                owner != null
                    ? Message.of("`{0}` has it too", owner.given().slot().owner())
                    : Message.of("the other branch gave it another one"));
    lost.add(
        new Lost(
            wish.request, wish.line, reason, Optional.ofNullable(owner == null ? kept : owner)));
  }

  /// Why a slot cannot have a value, whoever else has it.
  private Optional<Message> misfit(Wish wish) {
    var vlan = wish.request.vlan();
    var subnet = vlan.subnet().value();
    return switch (wish.value()) {
      case Ipv4 ip when !subnet.contains(ip) ->
          Optional.of(Message.of("outside `{0}`, the subnet of VLAN `{1}`", subnet, vlan));
      case Ipv4 ip when Holdings.isEdge(subnet, ip) ->
          Optional.of(
              Message.of("no machine's address in `{0}`, the subnet of VLAN `{1}`", subnet, vlan));
      case Ipv4 ip when vlan.gateway().filter(it -> it.value().equals(ip)).isPresent() ->
          Optional.of(Message.of("the gateway of VLAN `{0}`", vlan));
      case MacAddress mac when pool.isOfAnotherVlan(mac, vlan) ->
          Optional.of(
              Message.of("it reads as the address of a VM in another VLAN than `{0}`", vlan));
      case Cid cid when cid.isReserved() -> Optional.of(Message.of("a reserved CID"));
      case Ipv4 _, MacAddress _, Cid _, InterfaceName _ -> Optional.empty();
    };
  }

  /// Compares the branches of a merge.
  private static final class Claims {
    private final Map<Side, Set<Given>> bySide = new HashMap<>();

    Claims(LockFile file) {
      file.lines()
          .forEach(it -> bySide.computeIfAbsent(it.side(), _ -> new HashSet<>()).add(it.given()));
    }

    Claim of(Line line) {
      if (line.given().isFreed()) {
        return Claim.FREED;
      }
      return switch (line.side()) {
        case BOTH -> Claim.AGREED;
        case OURS -> of(line.given(), Side.THEIRS);
        case THEIRS -> of(line.given(), Side.OURS);
        case BASE -> Claim.DROPPED;
      };
    }

    private Claim of(Given given, Side other) {
      if (has(other, given)) {
        return Claim.AGREED;
      }
      return has(Side.BASE, given) ? Claim.DROPPED : Claim.ADDED;
    }

    private boolean has(Side side, Given given) {
      return bySide.getOrDefault(side, Set.of()).contains(given);
    }
  }
}
