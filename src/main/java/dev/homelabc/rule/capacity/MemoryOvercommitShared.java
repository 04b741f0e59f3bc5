package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class MemoryOvercommitShared implements Rule {
  private static final Code CODE =
      Code.warning(
          "memory-overcommit-shared",
          "The VMs of a host fit into its memory only while those with a balloon need little.",
          "A guest with a balloon gives back the pages that it frees, so several can take turns."
              + " When all want theirs at once the host has no more, and the kernel kills a VM, or"
              + " what else is largest.",
          example("4GiB"),
          example("5GiB"));

  private static String example(String memory) {
    return Example.hosting("memory " + memory, "vcpu 1\nmemory 3GiB\nballoon true");
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var account : index.ledger().hosts()) {
      if (account.isShared()) {
        report.accept(MemoryOvercommit.finding(account, CODE));
      }
    }
  }
}
