package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.Origin;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.value.AccessMode;
import dev.homelabc.value.EvictionStrategy;
import java.util.Optional;
import java.util.function.Consumer;

public final class NotMigratable implements Rule {
  private static final Code CODE =
      Code.warning(
          "not-migratable",
          "A VM is to migrate when its node is drained, and cannot.",
          "A disk that only one node may mount stays there, and so does a device of the node. With"
              + " `LiveMigrate` KubeVirt then refuses to evict the VM, and draining the node, as an"
              + " upgrade of the cluster does, waits for ever.",
          Example.shop("eviction LiveMigrate\n  access-mode ReadWriteOnce"),
          Example.shop("eviction LiveMigrate\n  access-mode ReadWriteMany"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().openShiftVms()) {
      vm.eviction()
          .filter(it -> it.value() == EvictionStrategy.LIVE_MIGRATE)
          .ifPresent(eviction ->
              anchor(vm)
                  .ifPresent(it ->
                      report.accept(
                          Diagnostic.at(
                                  eviction.place(),
                                  CODE,
                                  Message.of("`{0}` cannot leave its node", vm),
                                  Message.of("draining the node waits for it"))
                              .also(it.place(), Message.of("this holds it there"))
                              .help(
                                  Message.of(
                                      "write `{0}`, or take out what holds it",
                                      "eviction " + EvictionStrategy.LIVE_MIGRATE_IF_POSSIBLE)))));
    }
  }

  private static Optional<Origin> anchor(OpenShiftVm vm) {
    var disk = vm.disk().accessMode().filter(it -> it.value() == AccessMode.ONE_NODE);
    return vm.gpus().stream()
        .findFirst()
        .map(it -> it.resource().origin())
        .or(() -> disk.map(it -> it.origin()));
  }
}
