package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class MemoryOvercommit implements Rule {
  private static final Code CODE =
      Code.error(
          "memory-overcommit",
          "The VMs of a host ask for more memory than it has for them.",
          "A guest keeps every page that it has touched, so sooner or later its VM has all the"
              + " memory that it asks for. When the host has no more, the kernel kills a VM, or"
              + " what else is largest. `reserve` is what the host keeps for itself.",
          Example.hosting("memory 4GiB", "vcpu 1\nmemory 3GiB"),
          Example.hosting("memory 4GiB\nreserve 1GiB", "vcpu 1\nmemory 3GiB"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var account : index.ledger().hosts()) {
      if (account.isOverdrawn(Resource.MEMORY) && !account.isShared()) {
        report.accept(finding(account, CODE));
      }
    }
  }

  /// That the VMs of a host ask for more memory than it states.
  static Diagnostic finding(HostAccount account, Code code) {
    var found =
        Diagnostic.at(
                account.host().memory().orElseThrow().place(),
                code,
                Message.of(
                    "the VMs of host `{0}` ask for more memory than it has for them",
                    account.host()),
                Message.of("all the memory of the host"))
            .help(sum(account))
            .help(Message.of("give VMs less, or run some on another host with `on`"));
    var reserve = account.host().reserve();
    return new LargestDemands(Resource.MEMORY, account.demands())
        .in(
            reserve.origin().isDefault()
                ? found
                : found.also(reserve.place(), Message.of("kept for the host itself")));
  }

  private static Message sum(HostAccount account) {
    long used = account.used(Resource.MEMORY);
    long reserved = account.reserved(Resource.MEMORY);
    long total = account.total(Resource.MEMORY).orElseThrow();
    return Message.of(
        "{0} for VMs and {1} for the host (`reserve`) are {2}: {3} more than {4}",
        Resource.MEMORY.text(used),
        Resource.MEMORY.text(reserved),
        Resource.MEMORY.text(used + reserved),
        Resource.MEMORY.text(used + reserved - total),
        Resource.MEMORY.text(total));
  }
}
