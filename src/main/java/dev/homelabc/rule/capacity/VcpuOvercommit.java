package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

/// Silent where a VM alone has more than the host: that is the slip then.
public final class VcpuOvercommit implements Rule {
  private static final Code CODE =
      Code.warning(
          "vcpu-overcommit",
          "The VMs of a host have more than four virtual CPUs for each logical processor.",
          "VMs may share processors, and those that mostly wait share them well. With this many, a"
              + " few busy VMs make all others slow.",
          example(1),
          example(2));

  private static String example(int cpus) {
    return Example.hosting("cpus " + cpus, "replicas 5\nvcpu 1\nmemory 512MiB");
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var account : index.ledger().hosts()) {
      var cpus = account.host().cpus();
      if (cpus.isPresent() && account.isCrowded() && account.wide().isEmpty()) {
        var enough = Math.ceilDiv(account.used(Resource.CPU), HostAccount.CROWDED);
        report.accept(
            new LargestDemands(Resource.CPU, account.demands())
                .in(
                    Diagnostic.at(
                            cpus.get().place(),
                            CODE,
                            message(account),
                            Message.of("{0} would be enough", enough))
                        .help(
                            Message.of("give VMs fewer, or run some on another host with `on`"))));
      }
    }
  }

  /// How crowded a host is that states how many processors it has.
  static Message message(HostAccount account) {
    return Message.of(
        "the VMs of host `{0}` have {1} virtual CPUs for {2} logical processors",
        account.host(), account.used(Resource.CPU), account.host().cpus().orElseThrow());
  }
}
