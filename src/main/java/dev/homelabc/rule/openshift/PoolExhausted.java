package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Pooled;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class PoolExhausted implements Rule {
  private static final Code CODE =
      Code.error(
          "pool-exhausted",
          "A network of an OpenShift project has no address left for a VM.",
          "Replica number i (from 0) of a VM gets network + first + i, where `first` is the VM's,"
              + " else the network's, else 101. That address has to lie in the range and must not"
              + " be its broadcast address.",
          example("10.0.10.0/28"),
          example("10.0.10.0/24"));

  private static String example(String range) {
    return """
    openshift prod {
      network mgmt-net {
        bridge br1
        range %s
      }
    }

    vm web {
      vcpu 1
      memory 1GiB
      image https://images.example.org/web.qcow2
      disk 10GiB
      network mgmt-net
    }
    """
        .replace("%s", range);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var pooled : index.pooled()) {
      if (!pooled.fits()) {
        report.accept(finding(pooled));
      }
    }
  }

  private static Diagnostic finding(Pooled pooled) {
    var address = pooled.address();
    var first = pooled.first();
    var finding =
        Diagnostic.at(
                address.place(),
                CODE,
                Message.of(
                    "{0} has no address left for {1}", address.network().words(), address.owner()),
                Message.of("it would get `{0}`", address.ip()))
            .also(address.network().place(), Message.of("the range"));
    return (first.origin().isDefault()
            ? finding
            : finding.also(first.place(), Message.of("counted from here")))
        .help(Message.of("make the range larger, `first` smaller, or run fewer replicas"));
  }
}
