package dev.homelabc.rule;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Lab;
import dev.homelabc.model.OpenShiftProject;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Ipv4;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// An address that an OpenShift VM gets from the range of a network: network + first + index.
///
/// @param first offset that the addresses of the VM's replicas are counted from
public record Pooled(
    OpenShiftVm vm, OpenShiftProject.Network network, Sourced<Integer> first, Address address) {

  static List<Pooled> of(Lab lab) {
    var all = new ArrayList<Pooled>();
    for (var vm : lab.openShiftVms()) {
      for (var attachment : vm.networks()) {
        var network = attachment.network().value();
        if (network.range().isPresent() && attachment.address().isPresent()) {
          var range = network.range().get();
          all.add(
              new Pooled(
                  vm,
                  network,
                  attachment.first(),
                  new Address(
                      attachment.address().get(),
                      Message.of("`{0}`", vm),
                      attachment.network().origin(),
                      new Address.Network(
                          Message.of("network `{0}`", network.name()),
                          range.value(),
                          range.place(),
                          network.gateway()))));
        }
      }
    }
    return all;
  }

  /// The lowest offset, from the network's `first` on, at which so many addresses are free.
  public Optional<Integer> free(Set<Ipv4> taken, int count) {
    int from = network.first().value();
    for (int offset = from, run = 0; ; offset++) {
      var ip = address.network().range().network().plus(offset);
      var next = new Address(ip, address.owner(), address.origin(), address.network());
      if (!next.isInside() || next.isBroadcast()) {
        return Optional.empty();
      }
      run = taken.contains(ip) || next.isGateway() ? 0 : run + 1;
      if (run == count) {
        return Optional.of(offset - count + 1);
      }
    }
  }

  /// Whether the range has such an address for a VM.
  public boolean fits() {
    return address.isInside() && !address.isBroadcast();
  }
}
