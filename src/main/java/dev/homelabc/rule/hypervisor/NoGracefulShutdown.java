package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.Capability;
import java.util.function.Consumer;

public final class NoGracefulShutdown implements Rule {
  private static final Code CODE =
      Code.warning(
          "no-graceful-shutdown",
          "A VM has a volume, and its hypervisor cannot be told to shut the guest down.",
          "Where the VM is stopped it is killed: what the guest has not yet written to its disks is"
              + " lost, as at a power failure. File systems survive that, databases mostly.",
          example("kvmtool"),
          example("firecracker"));

  private static String example(String hypervisor) {
    return Example.web(
        """
        hypervisor %s
        volume data {
          mount /var/lib/web
          size 2GiB
        }
        """
            .replace("%s", hypervisor));
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      var hypervisor = vm.hypervisor();
      if (!vm.volumes().isEmpty() && !Capability.SHUTDOWN.isOn(hypervisor.value())) {
        var volume = vm.volumes().getFirst().name();
        report.accept(
            Diagnostic.at(
                    hypervisor.place(),
                    CODE,
                    Message.of("`{0}` on `{1}` is killed where it is stopped", vm, hypervisor),
                    Message.of("the hypervisor of `{0}`{1}", vm, Use.how(hypervisor.origin())))
                .also(volume.place(), Message.of("what it writes here may be lost"))
                .help(Want.others(Capability.SHUTDOWN)));
      }
    }
  }
}
