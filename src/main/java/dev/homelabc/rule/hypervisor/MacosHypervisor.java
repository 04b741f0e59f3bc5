package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.Hypervisor;
import java.util.function.Consumer;

public final class MacosHypervisor implements Rule {
  private static final Code CODE =
      Code.error(
          "macos-hypervisor",
          "A VM of a NixOS host runs on vfkit.",
          "vfkit is made of macOS's virtualization framework and runs nowhere else; microvm.nix"
              + " refuses to evaluate it for Linux.",
          Example.web("hypervisor vfkit"),
          Example.web("hypervisor qemu"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      var hypervisor = vm.hypervisor();
      if (hypervisor.value() == Hypervisor.VFKIT) {
        report.accept(
            Diagnostic.at(
                    hypervisor.place(),
                    CODE,
                    Message.of(
                        "`{0}` runs on host `{1}` with NixOS, and vfkit on macOS only",
                        vm, vm.on().value()),
                    Message.of("the hypervisor of `{0}`{1}", vm, Use.how(hypervisor.origin())))
                .help(Message.of("choose another hypervisor, such as `qemu`")));
      }
    }
  }
}
