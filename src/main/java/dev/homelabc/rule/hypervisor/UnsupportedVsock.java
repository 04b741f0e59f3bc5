package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.model.MicroVm;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.value.Capability;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class UnsupportedVsock implements Rule {
  private static final Code CODE =
      Code.error(
          "unsupported-vsock",
          "A VM has a vsock, and its hypervisor has none.",
          "microvm.nix would leave it out without a word, and nobody would answer at the CID.",
          Example.web("hypervisor stratovirt\nvsock 100"),
          Example.web("hypervisor crosvm\nvsock 100"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {

    Want.check(index, CODE, UnsupportedVsock::wants, report);
  }

  private static Stream<Want> wants(MicroVm vm) {
    return vm.vsock().stream().map(cid -> new Want(Capability.VSOCK, cid.origin()));
  }
}
