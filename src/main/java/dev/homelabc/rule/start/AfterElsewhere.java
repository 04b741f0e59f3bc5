package dev.homelabc.rule.start;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

public final class AfterElsewhere implements Rule {
  private static final Code CODE =
      Code.error(
          "after-elsewhere",
          "A VM is to start after one that another host runs.",
          "The order is kept by systemd, which knows the units of its own host only.",
          example("db"),
          example("cache"));

  private static String example(String after) {
    return """
    host box
    host rack

    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vm web {
      on box
      vlan services
      ip 10.0.20.10
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
      after %s
    }

    vm cache {
      on box
      vlan services
      ip 10.0.20.11
      mac 02:00:00:00:20:11
      vcpu 1
      memory 1GiB
    }

    vm db {
      on rack
      vlan services
      ip 10.0.20.12
      mac 02:00:00:00:20:12
      vcpu 1
      memory 1GiB
    }
    """
        .replace("%s", after);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var start : index.lab().starts()) {
      var vm = start.vm();
      var after = start.after();
      var here = vm.on().value();
      var there = after.value().on().value();
      if (!here.name().equals(there.name())) {
        report.accept(
            Diagnostic.at(
                    after.place(),
                    CODE,
                    Message.of(
                        "`{0}` runs on host `{1}`, and `{2}`, which is to start before it, on host"
                            + " `{3}`",
                        vm, here, after, there),
                    Message.of("on another host{0}", Use.how(after.origin())))
                .help(Message.of("let the service in the guest wait for the other one")));
      }
    }
  }
}
