package dev.homelabc.rule;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Lab;
import dev.homelabc.model.MicroVm;
import java.util.List;

/// A network interface of a microVM, in a VLAN, with the VM.
public record Attached(MicroVm vm, MicroVm.Nic nic) {

  static List<Attached> of(Lab lab) {
    return lab.microVms().stream().flatMap(vm -> of(vm).stream()).toList();
  }

  public static List<Attached> of(MicroVm vm) {
    return vm.nics().stream().map(nic -> new Attached(vm, nic)).toList();
  }

  /// Words for whose it is: the VM's alone, where the VM's own lines describe it.
  public Message owner() {
    return nic.name()
        .map(name -> Message.of("interface `{0}` of `{1}`", name, vm))
        .orElse(Message.of("`{0}`", vm));
  }
}
