package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.Hypervisor;
import java.util.function.Consumer;

public final class Memory2048 implements Rule {
  private static final int HANGS = 2048;

  private static final Code CODE =
      Code.error(
          "memory-2048",
          "A VM on QEMU has exactly 2048 MiB of memory.",
          "QEMU's microvm machine hangs at start with this amount (microvm.nix issue 171, where it"
              + " is only a warning).",
          example("2GiB"),
          example("2047MiB"));

  private static String example(String memory) {
    return """
    host box

    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vm web {
      vlan services
      ip 10.0.20.10
      mac 02:00:00:00:20:10
      vcpu 1
      memory %s
    }
    """
        .replace("%s", memory);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      var memory = vm.memory();
      if (vm.hypervisor().value() == Hypervisor.QEMU && memory.value().mib() == HANGS) {
        report.accept(
            Diagnostic.at(
                    memory.place(),
                    CODE,
                    Message.of("QEMU hangs with exactly 2048 MiB of memory"),
                    Message.of("the memory of `{0}`{1}", vm, Use.how(memory.origin())))
                .help(Message.of("write `memory 2047MiB`"))
                .fix("2047MiB"));
      }
    }
  }
}
