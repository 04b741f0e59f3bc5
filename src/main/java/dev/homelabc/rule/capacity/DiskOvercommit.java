package dev.homelabc.rule.capacity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class DiskOvercommit implements Rule {
  private static final Code CODE =
      Code.warning(
          "disk-overcommit",
          "The volumes of a host can grow to more than its disk.",
          "Images begin small, both raw (sparse) and qcow2, and grow as their VMs write. When the"
              + " disk is full before they are, every VM that writes stops or loses data.",
          example("16GiB"),
          example("32GiB"));

  private static String example(String disk) {
    return Example.hosting(
        "disk " + disk,
        """
        vcpu 1
        memory 1GiB
        volume data {
          mount /var/lib/web
          size 20GiB
        }
        """);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var account : index.ledger().hosts()) {
      var disk = account.host().disk();
      if (disk.isPresent() && account.isOverdrawn(Resource.DISK)) {
        report.accept(
            new LargestDemands(Resource.DISK, account.demands())
                .in(
                    Diagnostic.at(
                            disk.get().place(),
                            CODE,
                            message(account),
                            Message.of("the disk for volumes"))
                        .help(
                            Message.of(
                                "make volumes smaller, or run some VMs on another host with"
                                    + " `on`"))));
      }
    }
  }

  /// By how much volumes can outgrow the disk that a host states.
  static Message message(HostAccount account) {
    return Message.of(
        "the volumes on host `{0}` can grow to {1}, and its disk has {2}",
        account.host(),
        Resource.DISK.text(account.used(Resource.DISK)),
        account.host().disk().orElseThrow());
  }
}
