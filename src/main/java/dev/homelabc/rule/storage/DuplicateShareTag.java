package dev.homelabc.rule.storage;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.MicroVm;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

/// Within a VM, names of shares are told apart when they are read. What is left is the share that
/// every VM has beside its own.
public final class DuplicateShareTag implements Rule {
  private static final String STORE = "ro-store";

  private static final Code CODE =
      Code.error(
          "duplicate-share-tag",
          "A share has the name of the share with the host's Nix store.",
          "A share's name is its virtiofs tag. Every VM mounts its programs through the tag"
              + " `ro-store`; microvm.nix refuses to evaluate two shares with one tag.",
          example(STORE),
          example("data"));

  private static String example(String name) {
    return Example.web(
        """
        share %s {
          source /srv/web
          mount /var/lib/web
        }
        """
            .replace("%s", name));
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      vm.shares().stream()
          .map(MicroVm.Share::name)
          .filter(name -> name.value().text().equals(STORE))
          .forEach(name ->
              report.accept(
                  Diagnostic.at(
                          name.place(),
                          CODE,
                          Message.of("share name `{0}` is taken by the Nix store", STORE),
                          Message.of("a share of `{0}`{1}", vm, Use.how(name.origin())))
                      .help(Message.of("give the share another name"))));
    }
  }
}
