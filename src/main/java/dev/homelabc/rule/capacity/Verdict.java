package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Whether the VMs that a ledger supposes fit where they would run, by the laws that
/// `memory-overcommit` and its neighbours uphold.
///
/// @param lacking what there is too little of: errors
/// @param tight what would be worth a warning
/// @param unstated what would have to be known to tell
public record Verdict(List<Message> lacking, List<Message> tight, List<Message> unstated) {
  public Verdict {
    lacking = List.copyOf(lacking);
    tight = List.copyOf(tight);
    unstated = List.copyOf(unstated);
  }

  public static Verdict of(Ledger ledger) {
    var lacking = new ArrayList<Message>();
    var tight = new ArrayList<Message>();
    var unstated = new ArrayList<Message>();
    for (var account : ledger.accounts()) {
      if (account.isSupposed()) {
        switch (account) {
          case HostAccount host -> {
            lacking.addAll(lacking(host));
            tight.addAll(tight(host));
            unstated.addAll(unstated(host));
          }
          case ProjectAccount project ->
              unstated.add(
                  Message.of("a lab does not say what the cluster of `{0}` has", project.name()));
        }
      }
    }
    return new Verdict(lacking, tight, unstated);
  }

  /// Empty if that cannot be told.
  public Optional<Boolean> fits() {
    if (!lacking.isEmpty()) {
      return Optional.of(false);
    }
    return unstated.isEmpty() ? Optional.of(true) : Optional.empty();
  }

  private static List<Message> lacking(HostAccount account) {
    var lacking = new ArrayList<Message>();
    if (account.isOverdrawn(Resource.MEMORY) && !account.isShared()) {
      lacking.add(
          Message.of("host `{0}` lacks {1} of memory", account.host(), missingMemory(account)));
    }
    account.wide().stream()
        .filter(Demand::isSupposed)
        .forEach(it -> lacking.add(VcpuExceedsHost.message(it, account.host())));
    return lacking;
  }

  private static String missingMemory(HostAccount account) {
    return Resource.MEMORY.text(-account.free(Resource.MEMORY).orElseThrow());
  }

  private static List<Message> tight(HostAccount account) {
    var tight = new ArrayList<Message>();
    if (account.isShared()) {
      tight.add(
          Message.of(
              "host `{0}` lacks {1} of memory while no balloon gives any back",
              account.host(), missingMemory(account)));
    }
    if (account.isCrowded()) {
      tight.add(VcpuOvercommit.message(account));
    }
    if (account.isOverdrawn(Resource.DISK)) {
      tight.add(DiskOvercommit.message(account));
    }
    return tight;
  }

  private static List<Message> unstated(HostAccount account) {
    var unstated = new ArrayList<Message>();
    if (account.host().memory().isEmpty()) {
      unstated.add(Message.of("host `{0}` does not state its `{1}`", account.host(), "memory"));
    }
    if (account.host().cpus().isEmpty()) {
      unstated.add(Message.of("host `{0}` does not state its `{1}`", account.host(), "cpus"));
    }
    return unstated;
  }
}
