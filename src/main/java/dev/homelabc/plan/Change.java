package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.source.Place;
import java.util.Optional;

/// What is not as it was for a subject, and what that costs it.
///
/// @param owner what states it where that is something else, such as `vlan services`; else empty
/// @param path the property, `vm/volume/size`; in brackets what follows from the lab without being
///   a property
/// @param label the property with its keys: `volume data size`
/// @param title the label as people read it
/// @param before empty where it is new
/// @param after empty where it went
/// @param loses whether data is lost
/// @param note what to know or to do; may be empty
/// @param place where it is stated now, else where it was
public record Change(
    String owner,
    String path,
    String label,
    Message title,
    Optional<String> before,
    Optional<String> after,
    Cost cost,
    Basis basis,
    boolean loses,
    Message note,
    Optional<Place> place) {

  static Change of(Delta delta, Effect effect) {
    var fact = delta.any();
    return new Change(
        fact.owner().equals(delta.subject().id()) ? "" : fact.owner(),
        fact.path(),
        fact.label(),
        fact.title(),
        delta.before().map(Change::shown),
        delta.after().map(Change::shown),
        effect.cost(),
        effect.basis(),
        effect.loses(),
        effect.note(),
        fact.origin().map(it -> it.place()));
  }

  /// The texts of networkd's units are for comparison only.
  private static String shown(Fact fact) {
    if (fact.path().equals(HostCosts.NETDEV)) {
      return "";
    }
    return fact.value().isEmpty() ? fact.detail() : fact.value();
  }

  public State state() {
    return before.isEmpty() ? State.ADDED : after.isEmpty() ? State.REMOVED : State.CHANGED;
  }

  /// Whether what it changes is away for a while. A step by hand on images and folders is taken
  /// while the VM stands still; others are not.
  boolean takesAway() {
    return switch (cost) {
      case NOTHING, LIVE, RELOAD, NETWORK_RELOAD, ROLLOUT -> false;
      case STOP, RESTART, NETWORK_RESTART, REBOOT, RECREATE -> true;
      case MANUAL ->
          basis == Basis.IMAGE_ONCE || basis == Basis.FOLDER_ONCE || basis == Basis.LEFT_RUNNING;
    };
  }

  /// With the name of a subject made general, to see whether others have the same.
  Change general(String name) {
    return new Change(
        owner,
        path,
        "",
        title.replacing(name, Entry.ANY),
        before.map(it -> general(it, name)),
        after.map(it -> general(it, name)),
        cost,
        basis,
        loses,
        note.replacing(name, Entry.ANY),
        Optional.empty());
  }

  private static String general(String text, String name) {
    return Message.of("{0}", text).replacing(name, Entry.ANY).toString();
  }
}
