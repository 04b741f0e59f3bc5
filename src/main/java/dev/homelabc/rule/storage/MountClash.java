package dev.homelabc.rule.storage;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.HostPath;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

public final class MountClash implements Rule {
  /// Where the host's Nix store comes into each VM.
  private static final Set<String> STORE = Set.of("/nix/store", "/nix/.ro-store");

  private static final Code CODE =
      Code.error(
          "mount-clash",
          "Two file systems of a VM are mounted on one folder.",
          "NixOS has one entry a mount point: the second one would replace the first, whose data"
              + " then seem lost. The Nix store's place is taken in every VM.",
          example("/var/lib/web"),
          example("/var/lib/web/cache"));

  private static String example(String second) {
    return """
    host box

    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vm web {
      vlan services
      ip 10.0.20.10
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
      share data {
        source /var/lib/microvms/web/data
        mount /var/lib/web
      }
      volume cache {
        mount %s
        size 2GiB
      }
    }
    """
        .replace("%s", second);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      var uses = new ArrayList<Use<HostPath>>();
      for (var share : vm.shares()) {
        add(vm, share.mount(), Message.of("share `{0}`", share.name()), uses, report);
      }
      for (var volume : vm.volumes()) {
        volume
            .mount()
            .ifPresent(it -> add(vm, it, Message.of("volume `{0}`", volume.name()), uses, report));
      }
      Use.eachRepeated(
          uses,
          (first, again) ->
              report.accept(
                  again
                      .repeats(
                          first,
                          CODE,
                          Message.of(
                              "folder `{0}` of `{1}` is mounted on twice", again.value(), vm))
                      .help(Message.of("mount one of them elsewhere"))));
    }
  }

  private static void add(
      MicroVm vm,
      Sourced<HostPath> mount,
      Message owner,
      List<Use<HostPath>> uses,
      Consumer<Diagnostic> report) {
    if (STORE.contains(mount.value().text())) {
      report.accept(
          Diagnostic.at(
                  mount.place(),
                  CODE,
                  Message.of("folder `{0}` of `{1}` holds the Nix store", mount, vm),
                  Message.of("mounted on by {0}{1}", owner, Use.how(mount.origin())))
              .help(Message.of("mount it elsewhere")));
    } else {
      uses.add(Use.of(mount, mount.value(), owner));
    }
  }
}
