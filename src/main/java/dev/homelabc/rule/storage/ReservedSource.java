package dev.homelabc.rule.storage;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.MicroVm;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.HostPath;
import java.util.Map;
import java.util.function.Consumer;

public final class ReservedSource implements Rule {
  /// Folders that are the system's with all that is in them.
  private static final Map<String, Message> TREES =
      Map.of(
          "/nix", Message.of("the Nix store or its database"),
          "/boot", Message.of("the programs and settings of the host"),
          "/bin", Message.of("the programs and settings of the host"),
          "/usr", Message.of("the programs and settings of the host"),
          "/etc", Message.of("the programs and settings of the host"),
          "/dev", Message.of("the devices and the kernel of the host"),
          "/proc", Message.of("the devices and the kernel of the host"),
          "/sys", Message.of("the devices and the kernel of the host"));

  /// Folders in which many have one of their own. To share one of those is fine.
  private static final Map<String, Message> CROWDS =
      Map.of(
          "/",
          Message.of("everything"),
          "/home",
          Message.of("the files of all users"),
          "/root",
          Message.of("the files of the host's administrator"),
          "/run",
          Message.of("the state of all services"),
          "/tmp",
          Message.of("the files of all users"),
          "/var",
          Message.of("the state of all services"),
          "/var/cache",
          Message.of("the state of all services"),
          "/var/lib",
          Message.of("the state of all services"),
          "/var/log",
          Message.of("the state of all services"));

  private static final Code CODE =
      Code.error(
          "reserved-source",
          "A share gives a VM a folder of the host's system, or one in which many have theirs.",
          "virtiofsd runs as root: a VM that writes there can change the host's programs, or the"
              + " disks of other VMs. The host's tmpfiles rules would also claim the folder."
              + " The store comes into every VM read-only anyway.",
          example("/var/lib/microvms"),
          example("/var/lib/microvms/web/data"));

  private static String example(String source) {
    return Example.web(
        """
        share data {
          source %s
          mount /var/lib/web
        }
        """
            .replace("%s", source));
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      for (var share : vm.shares()) {
        var source = share.source();
        var state = vm.on().value().storageRoot().value();
        var holds = holds(source.value(), vm);
        if (!holds.isEmpty()) {
          report.accept(
              Diagnostic.at(
                      source.place(),
                      CODE,
                      Message.of("folder `{0}` of the host holds {1}", source, holds),
                      Message.of("shared with `{0}`{1}", vm, Use.how(source.origin())))
                  .help(
                      Message.of(
                          "share a folder of its own, such as `{0}/{1}/{2}`",
                          state, vm, share.name())));
        }
      }
    }
  }

  /// What is in a folder that no VM may have; empty where there is nothing of the kind.
  ///
  /// @param vm one of the host's
  static Message holds(HostPath source, MicroVm vm) {
    var state = vm.on().value().storageRoot().value();
    if (source.equals(state)) {
      return Message.of("the state of all VMs");
    }
    var crowd = CROWDS.get(source.text());
    if (crowd != null) {
      return crowd;
    }
    for (var tree : TREES.entrySet()) {
      if ((source + "/").startsWith(tree.getKey() + "/")) {
        return tree.getValue();
      }
    }
    // There are the VM's disks, and the link to the program that the host runs it with.
    return source.parent().equals(state) ? Message.of("the state of a VM") : Message.NONE;
  }
}
