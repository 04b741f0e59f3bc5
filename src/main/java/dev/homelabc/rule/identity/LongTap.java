package dev.homelabc.rule.identity;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.InterfaceName;
import java.util.function.Consumer;

public final class LongTap implements Rule {
  private static final Code CODE =
      Code.error(
          "long-tap",
          "The name of a VM's TAP has more than 15 bytes.",
          "Linux allows 15 (IFNAMSIZ): the TAP cannot be made and the VM does not start. A VM that"
              + " names no TAP gets `vm-NAME`.",
          Example.web("tap vm-kubernetes-master"),
          Example.web("tap vm-k8s-master"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var it : index.nics()) {
      var device = it.nic().device().filter(name -> !name.value().fits());
      if (device.isPresent()) {
        var tap = device.get();
        var label =
            tap.origin().isDefault()
                ? Message.of("`{0}` is the default TAP of {1}", tap, it.owner())
                : Message.of("the TAP of {0}{1}", it.owner(), Use.how(tap.origin()));
        report.accept(
            Diagnostic.at(
                    tap.place(),
                    CODE,
                    Message.of(
                        "TAP name `{0}` has {1} bytes, {2} are allowed",
                        tap, tap.value().text().length(), InterfaceName.MAX),
                    label)
                .help(
                    tap.origin().isDefault()
                        ? Message.of(
                            "add a shorter `tap NAME` (at most {0} bytes)", InterfaceName.MAX)
                        : Message.of("shorten it (at most {0} bytes)", InterfaceName.MAX)));
      }
    }
  }
}
