package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Vm;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
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
        .filter(vm -> vm.memory().value().mib() < LEAST)
        .forEach(vm -> {
          var memory = vm.memory();
          report.accept(
              Diagnostic.at(
                      memory.place(),
                      CODE,
                      Message.of("`{0}` has {1} of memory", vm, memory),
                      Message.of("the memory of `{0}`{1}", vm, Use.how(memory.origin())))
                  .help(
                      Message.of(
                          "write `memory {0}GiB` if that is what you mean", memory.value().mib())));
        });
  }
}
