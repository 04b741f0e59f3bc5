package dev.homelabc.cluster;

import java.util.List;

/// Looks at the VMs of a scope.
///
/// @param selection what the lab has there
public record Look(Cluster cluster, Scope scope, Selection selection, Pace pace) {

  /// With all that can be told of the VMs.
  public Situation all() {
    new Preflight(cluster, scope).check();
    var observer = new Observer(cluster, scope);
    var objects = observer.objects();
    var troubles = new Troubles(cluster, scope).of(objects, observer.find(Kind.POD).values());
    return new Situation(pace.now(), observer.states(objects, planned()), troubles);
  }

  /// The VMs alone.
  List<VmState> vms() {
    var observer = new Observer(cluster, scope);
    return observer.states(observer.objects(), planned());
  }

  private List<Item> planned() {
    return selection.items().stream().filter(it -> it.kind() == Kind.VM).toList();
  }
}
