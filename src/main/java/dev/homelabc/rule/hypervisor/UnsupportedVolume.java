package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.value.Capability;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class UnsupportedVolume implements Rule {
  private static final Code CODE =
      Code.error(
          "unsupported-volume",
          "A volume has a serial or direct access that the hypervisor cannot give it.",
          "microvm.nix would warn and leave it out: the link below `/dev/disk/by-id` would never"
              + " appear in the guest, and the page cache of the host would stay in the way.",
          example("firecracker"),
          example("crosvm"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {

    Want.check(index, CODE, UnsupportedVolume::wants, report);
  }

  private static Stream<Want> wants(MicroVm vm) {
    return vm.volumes().stream()
        .flatMap(volume ->
            Stream.concat(
                volume.serial().map(it -> new Want(Capability.SERIAL, it.origin())).stream(),
                Stream.of(volume.direct())
                    .filter(Sourced::value)
                    .map(it -> new Want(Capability.DIRECT, it.origin()))));
  }

  private static String example(String hypervisor) {
    return Example.web(
        """
        hypervisor %s
        volume data {
          mount /var/lib/web
          size 2GiB
          serial web-data
        }
        """
            .replace("%s", hypervisor));
  }
}
