package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.value.Capability;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class UnsupportedInterface implements Rule {
  private static final Code CODE =
      Code.error(
          "unsupported-interface",
          "A VM has a network interface of a type that its hypervisor cannot open.",
          "Every hypervisor opens a TAP. The other types are QEMU's first of all: `bridge` needs"
              + " its helper on the host, and `user` a network stack inside the hypervisor.",
          example("firecracker"),
          example("qemu"));

  private static String example(String hypervisor) {
    return Example.web(
        """
        hypervisor %s
        interface outside {
          type user
          mac 02:00:00:00:20:99
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
    Want.check(index, CODE, UnsupportedInterface::wants, report);
  }

  private static Stream<Want> wants(MicroVm vm) {
    return Stream.concat(
        vm.nics().stream().map(UnsupportedInterface::want),
        vm.userNics().stream().map(nic -> new Want(Capability.USER, nic.name().origin())));
  }

  /// The words are the name of the interface, or for the first one its TAP, which all open.
  private static Want want(MicroVm.Nic nic) {
    return new Want(
        switch (nic.link()) {
          case MicroVm.Link.Tap _ -> Capability.TAP;
          case MicroVm.Link.Macvtap _ -> Capability.MACVTAP;
          case MicroVm.Link.Bridge _ -> Capability.BRIDGE;
        },
        nic.name().map(Sourced::origin).orElseGet(() -> nic.mac().origin()));
  }
}
