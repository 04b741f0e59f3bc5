package dev.homelabc.emit.nix;

import dev.homelabc.emit.NixName;
import dev.homelabc.model.Host;
import dev.homelabc.model.Lab;
import java.util.List;

/// `hosts/HOST/microvms.nix`: which VMs the host runs.
record MicrovmsView(List<Entry> vms) {
  record Entry(NixName name, boolean autostart) {}

  static MicrovmsView of(Lab lab, Host host) {
    return new MicrovmsView(
        lab.on(host).stream()
            .map(vm -> new Entry(new NixName(vm.name().text()), vm.autostart().value()))
            .toList());
  }
}
