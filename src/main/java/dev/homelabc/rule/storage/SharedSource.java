package dev.homelabc.rule.storage;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.HostPath;
import dev.homelabc.value.Name;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.function.Consumer;

/// Two shares of one VM with one source are that VM's own business, and a folder that no VM may
/// have is [ReservedSource]'s.
public final class SharedSource implements Rule {
  private static final Code CODE =
      Code.error(
          "shared-source",
          "Two VMs of a host share one folder, and one of them can write to it.",
          "Each runs its own service on the folder and neither knows of the other's locks: what one"
              + " writes, the other may hold open, cache or overwrite.",
          Example.webAndDb(share(""), share("")),
          Example.webAndDb(share("  read-only true\n"), share("  read-only true\n")));

  private static String share(String access) {
    return """
    share data {
      source /srv/data
      mount /var/lib/data
    %s}
    """
        .replace("%s", access);
  }

  private record OnHost(Name host, HostPath folder) {}

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var uses = new ArrayList<Use<OnHost>>();
    var written = new HashSet<OnHost>();
    for (var vm : index.lab().microVms()) {
      var own = new HashSet<OnHost>();
      for (var share : vm.shares()) {
        var key = new OnHost(vm.on().value().name(), share.source().value());
        // A folder of the system's is a finding of its own.
        if (ReservedSource.holds(key.folder, vm).isEmpty() && own.add(key)) {
          uses.add(Use.of(share.source(), key, Message.of("`{0}`", vm)));
        }
        if (!share.readOnly().value()) {
          written.add(key);
        }
      }
    }
    uses.removeIf(use -> !written.contains(use.value()));
    Use.eachRepeated(
        uses,
        (first, again) ->
            report.accept(
                again
                    .repeats(
                        first,
                        CODE,
                        Message.of(
                            "folder `{0}` of host `{1}` is shared with two VMs, and one can write"
                                + " to it",
                            again.value().folder(), again.value().host()))
                    .help(
                        again.place().equals(first.place())
                            ? Message.of(
                                "write a folder for each VM with `${name}` in its path, or make the"
                                    + " share `read-only`")
                            : Message.of(
                                "give each VM its own folder, or make the share `read-only` in"
                                    + " both"))));
  }
}
