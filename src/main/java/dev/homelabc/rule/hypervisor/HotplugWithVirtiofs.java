package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.Capability;
import dev.homelabc.value.ShareProtocol;
import java.util.function.Consumer;

public final class HotplugWithVirtiofs implements Rule {
  private static final Code CODE =
      Code.warning(
          "hotplug-with-virtiofs",
          "Memory is to be added to a VM that has a virtiofs share.",
          "virtiofsd reads and writes the guest's memory and knows nothing of what was added later:"
              + " it panics, and the folder is gone until the VM starts again (microvm.nix issue"
              + " 529, open). The Nix store comes from a disk in such a VM.",
          example("virtiofs"),
          example("9p"));

  private static String example(String protocol) {
    return Example.web(
        """
        machine q35
        hotplug-memory 2GiB
        share data {
          source /srv/web
          mount /var/lib/web
          proto %s
        }
        """
            .replace("%s", protocol));
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      var hotplug = vm.hardware().hotplug();
      if (hotplug.isEmpty() || !Capability.HOTPLUG.isOn(vm.hypervisor().value())) {
        continue;
      }
      for (var share : vm.shares()) {
        if (share.protocol().value() == ShareProtocol.VIRTIOFS) {
          report.accept(
              Diagnostic.at(
                      share.name().place(),
                      CODE,
                      Message.of(
                          "share `{0}` of `{1}` stops when memory is added", share.name(), vm),
                      Message.of("a virtiofs share{0}", Use.how(share.name().origin())))
                  .also(hotplug.get().place(), Message.of("memory is added here"))
                  .help(Message.of("write `proto 9p`, or make it a volume")));
        }
      }
    }
  }
}
