package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

public final class GpuWithVsock implements Rule {
  private static final Code CODE =
      Code.warning(
          "gpu-with-vsock",
          "A VM has both a GPU of the host and a vsock.",
          "microvm.nix writes both beside each other, but labs that hand GPUs on leave the vsock"
              + " out of those VMs: the two together are hardly tried.",
          Example.web("gpu passthrough 0000:03:00.0\nvsock 100"),
          Example.web("gpu passthrough 0000:03:00.0\nvsock off"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      var gpu = vm.hardware().gpu();
      if (gpu.isPresent() && vm.vsock().isPresent()) {
        var cid = vm.vsock().get();
        report.accept(
            Diagnostic.at(
                    cid.place(),
                    CODE,
                    Message.of("`{0}` has a GPU of the host and a vsock", vm),
                    Message.of("the CID of `{0}`{1}", vm, Use.how(cid.origin())))
                .also(gpu.get().place(), Message.of("its GPU"))
                .help(Message.of("write `vsock off`, or allow it once the VM has started so")));
      }
    }
  }
}
