package dev.homelabc.rule.storage;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

/// VMs that are installed one by one keep what they share outside of their state folders.
public final class ShareInStateDir implements Rule {
  private static final Code CODE =
      Code.warning(
          "share-in-state-dir",
          "What a VM shares lies in the state folder of a VM that is installed by itself.",
          "That folder goes when the VM is destroyed, and its data with it; and `microvm -c` does"
              + " not install a VM whose state folder is there already, which the host's tmpfiles"
              + " rules would make.",
          example("/var/lib/microvms/web/data"),
          example("/srv/web"));

  private static String example(String source) {
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
      share data {
        source %s
        mount /var/lib/web
      }
    }
    """
        .replace("%s", source);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      var host = vm.on().value();
      if (!host.isImperative()) {
        continue;
      }
      for (var share : vm.shares()) {
        var source = share.source();
        // A state folder as a whole is another law's.
        if (source.value().text().startsWith(host.storageRoot() + "/")
            && ReservedSource.holds(source.value(), vm).isEmpty()) {
          report.accept(
              Diagnostic.at(
                      source.place(),
                      CODE,
                      Message.of("folder `{0}` goes when its VM is destroyed", source),
                      Message.of("shared with `{0}`{1}", vm, Use.how(source.origin())))
                  .also(host.vms().place(), Message.of("installed by itself"))
                  .help(Message.of("choose a folder elsewhere, such as `/srv/{0}`", vm)));
        }
      }
    }
  }
}
