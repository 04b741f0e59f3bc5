package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Host;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class VcpuExceedsHost implements Rule {
  private static final Code CODE =
      Code.error(
          "vcpu-exceeds-host",
          "A VM has more virtual CPUs than its host has logical processors.",
          "Not all of them can run at once: one that holds a lock waits for a processor while the"
              + " others spin for the lock, and the VM is slower than with fewer.",
          Example.hosting("cpus 4", "vcpu 8\nmemory 1GiB"),
          Example.hosting("cpus 4", "vcpu 4\nmemory 1GiB"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var account : index.ledger().hosts()) {
      var cpus = account.host().cpus();
      var wide = account.wide();
      if (cpus.isPresent() && !wide.isEmpty()) {
        var message =
            wide.size() == 1
                ? message(wide.getFirst(), account.host())
                : Message.of(
                    "{0} VMs have more virtual CPUs than host `{1}` has logical processors: {2}",
                    wide.size(), account.host(), cpus.get());
        report.accept(
            new LargestDemands(Resource.CPU, wide)
                .in(
                    Diagnostic.at(
                            cpus.get().place(), CODE, message, Message.of("all that the host has"))
                        .help(Message.of("write `vcpu {0}` or less", cpus.get()))));
      }
    }
  }

  /// That a VM has too many for a host that states how many it has.
  static Message message(Demand wide, Host host) {
    return Message.of(
        "`{0}` has {1} virtual CPUs, and host `{2}` has {3} logical processors",
        wide.name(), wide.vcpu(), host, host.cpus().orElseThrow());
  }
}
