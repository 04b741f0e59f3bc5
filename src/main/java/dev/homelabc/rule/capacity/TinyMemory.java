package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Compute;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.model.Vm;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.Size;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class TinyMemory implements Rule {
  /// MiB, from which on microvm.nix does not warn.
  private static final int LEAST = 32;

  private static final Code CODE =
      Code.warning(
          "tiny-memory",
          "A VM has less than 32 MiB of memory.",
          "Linux hardly starts in that, and microvm.nix calls it uncomfortably narrow. Mostly the"
              + " unit is a slip.",
          Example.hosting("memory 16GiB", "vcpu 1\nmemory 4MiB"),
          Example.hosting("memory 16GiB", "vcpu 1\nmemory 4GiB"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    Stream.<Vm>concat(index.lab().microVms().stream(), index.lab().openShiftVms().stream())
        .forEach(vm ->
            memory(vm)
                .filter(it -> it.value().mib() < LEAST)
                .ifPresent(it -> report.accept(finding(vm, it))));
  }

  /// Empty where an instance type gives it.
  private static Optional<Sourced<Size>> memory(Vm vm) {
    return switch (vm) {
      case MicroVm micro -> Optional.of(micro.memory());
      case OpenShiftVm openShift ->
          openShift.compute() instanceof Compute.Own(_, var memory)
              ? Optional.of(memory)
              : Optional.empty();
    };
  }

  private static Diagnostic finding(Vm vm, Sourced<Size> memory) {
    return Diagnostic.at(
            memory.place(),
            CODE,
            Message.of("`{0}` has {1} of memory", vm, memory),
            Message.of("the memory of `{0}`{1}", vm, Use.how(memory.origin())))
        .help(Message.of("write `memory {0}GiB` if that is what you mean", memory.value().mib()));
  }
}
