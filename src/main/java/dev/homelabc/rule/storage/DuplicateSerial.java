package dev.homelabc.rule.storage;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.ArrayList;
import java.util.function.Consumer;

public final class DuplicateSerial implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-serial",
          "Two volumes of a VM have one serial.",
          "The guest finds a disk by the link below `/dev/disk/by-id` that has its serial; of two"
              + " with one serial it finds whichever comes last. A volume without `serial` has its"
              + " name for one.",
          example("cache"),
          example("web-data"));

  private static String example(String serial) {
    return Example.web(
        """
        volume data {
          mount /var/lib/web
          size 2GiB
          serial %s
        }
        volume cache {
          mount /var/cache/web
          size 2GiB
        }
        """
            .replace("%s", serial));
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      var uses = new ArrayList<Use<String>>();
      for (var volume : vm.volumes()) {
        uses.add(
            new Use<>(
                volume.serialText(),
                Message.of("volume `{0}`", volume.name()),
                volume.serial().map(it -> it.origin()).orElse(volume.name().origin())));
      }
      Use.eachRepeated(
          uses,
          (first, again) ->
              report.accept(
                  again
                      .repeats(
                          first,
                          CODE,
                          Message.of("serial `{0}` of `{1}` is used twice", again.value(), vm))
                      .help(Message.of("give each volume its own serial"))));
    }
  }
}
