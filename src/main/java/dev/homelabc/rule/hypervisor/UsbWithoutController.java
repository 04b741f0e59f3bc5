package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

public final class UsbWithoutController implements Rule {
  private static final Code CODE =
      Code.error(
          "usb-without-controller",
          "A VM on aarch64 gets a USB device.",
          "microvm.nix names USB devices before the controller that it adds for them, and QEMU does"
              + " not start: \"No 'usb-bus' bus found\". The machines of x86_64 bring a controller"
              + " of their own, the machine `virt` does not.",
          example("aarch64-linux"),
          example("x86_64-linux"));

  private static String example(String system) {
    return Example.web("device usb 10c4:ea60")
        .replace("host box\n", "host box {\n  system " + system + "\n}\n");
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      var system = vm.on().value().system();
      if (system.value().startsWith("x86_64")) {
        continue;
      }
      for (var device : vm.hardware().usb()) {
        report.accept(
            Diagnostic.at(
                    device.place(),
                    CODE,
                    Message.of("the machine of `{0}` has no USB controller for `{1}`", vm, device),
                    Message.of("a USB device of `{0}`{1}", vm, Use.how(device.origin())))
                .also(system.place(), Message.of("the system of host `{0}`", vm.on().value()))
                .help(Message.of("hand its USB controller on, with `device pci ADDRESS`")));
      }
    }
  }
}
