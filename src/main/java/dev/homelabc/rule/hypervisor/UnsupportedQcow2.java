package dev.homelabc.rule.hypervisor;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.model.MicroVm;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.value.Capability;
import dev.homelabc.value.VolumeFormat;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class UnsupportedQcow2 implements Rule {
  private static final Code CODE =
      Code.error(
          "unsupported-qcow2",
          "A volume is a qcow2 image, and the hypervisor takes it for a raw one.",
          "The guest would see a disk that holds the bytes of the image, header and all, and mount"
              + " nothing. A raw image is as sparse: it takes only what is written.",
          example("firecracker"),
          example("cloud-hypervisor"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {

    Want.check(index, CODE, UnsupportedQcow2::wants, report);
  }

  private static Stream<Want> wants(MicroVm vm) {
    return vm.volumes().stream()
        .map(MicroVm.Volume::format)
        .filter(format -> format.value() == VolumeFormat.QCOW2)
        .map(format -> new Want(Capability.QCOW2, format.origin()));
  }

  private static String example(String hypervisor) {
    return Example.web(
        """
        hypervisor %s
        volume data {
          mount /var/lib/web
          size 2GiB
          format qcow2
        }
        """
            .replace("%s", hypervisor));
  }
}
