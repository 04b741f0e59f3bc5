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

public final class UnsupportedBalloon implements Rule {
  private static final Code CODE =
      Code.error(
          "unsupported-balloon",
          "A VM has a memory balloon, and its hypervisor has none.",
          "The host could not take memory back, and microvm.nix stops with an error.",
          Example.web("hypervisor firecracker\nballoon true"),
          Example.web("hypervisor cloud-hypervisor\nballoon true"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {

    Want.check(index, CODE, UnsupportedBalloon::wants, report);
  }

  private static Stream<Want> wants(MicroVm vm) {
    return Stream.of(vm.hardware().balloon())
        .filter(Sourced::value)
        .map(it -> new Want(Capability.BALLOON, it.origin()));
  }
}
