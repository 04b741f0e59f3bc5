package dev.homelabc.rule.storage;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

public final class TooManyVolumes implements Rule {
  /// microvm.nix has a letter for each disk, `vda` to `vdz`, and drops what is left without a word
  /// (`lib/default.nix`). One goes to the Nix store where that is a disk; to be sure it always
  /// does.
  private static final int MOST = 25;

  private static final Code CODE =
      Code.error(
          "too-many-volumes",
          "A VM has more than 25 volumes.",
          "microvm.nix names disks by the letters from `a` to `z`, the first of which may be the"
              + " Nix store, and leaves out those that come after, without a word.",
          example(26),
          example(25));

  private static String example(int count) {
    var volumes = new StringBuilder();
    for (int i = 1; i <= count; i++) {
      volumes.append("volume v").append(i).append(" {\n  size 1GiB\n}\n");
    }
    return Example.web(volumes.toString());
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      if (vm.volumes().size() > MOST) {
        var extra = vm.volumes().get(MOST).name();
        report.accept(
            Diagnostic.at(
                    extra.place(),
                    CODE,
                    Message.of(
                        "`{0}` has {1} volumes, and disks are named by {2} letters",
                        vm, vm.volumes().size(), MOST),
                    Message.of("the first that is left out{0}", Use.how(extra.origin())))
                .help(Message.of("put several folders on one volume")));
      }
    }
  }
}
