package dev.homelabc.rule.start;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Host;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

/// VMs that are installed one by one are where microvm.nix's installer puts them.
///
/// It writes to `/var/lib/microvms/HOSTNAME`, whatever the host's `microvm.stateDir` is. Source:
/// microvm.nix, nixos-modules/microvm/ssh-deploy.nix.
public final class ImperativeState implements Rule {
  private static final Code CODE =
      Code.error(
          "imperative-state",
          "A VM that is installed by itself would be installed where its host does not look.",
          "microvm.nix installs such a VM to /var/lib/microvms under its host name. The host starts"
              + " it from its storage root under the name of the VM, and would find nothing there.",
          example("hostname www"),
          example("hostname web"));

  private static String example(String line) {
    return """
    host box {
      vms imperative
    }

    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vm web {
      vlan services
      ip 10.0.20.10
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
      %s
    }
    """
        .replace("%s", line);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var host : index.lab().hosts()) {
      var root = host.storageRoot();
      if (host.isImperative() && !root.value().equals(Host.STATE)) {
        report.accept(
            Diagnostic.at(
                    root.place(),
                    CODE,
                    Message.of("VMs of `{0}` are installed to `{1}`", host, Host.STATE),
                    Message.of("the host would look here"))
                .also(host.vms().place(), Message.of("installed by itself"))
                .help(
                    Message.of(
                        "take it out, and mount a disk on `{0}` or link it there", Host.STATE)));
      }
    }
    for (var vm : index.lab().microVms()) {
      var name = vm.hostName();
      if (vm.on().value().isImperative() && !name.value().equals(vm.name())) {
        report.accept(
            Diagnostic.at(
                    name.place(),
                    CODE,
                    Message.of("`{0}` would be installed as `{1}`", vm, name),
                    Message.of("its host name{0}", Use.how(name.origin())))
                .also(vm.on().value().vms().place(), Message.of("installed by itself"))
                .help(Message.of("take it out, or name the VM `{0}`", name)));
      }
    }
  }
}
