package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.MicroVm;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.PortRange;
import java.util.function.Consumer;

/// A VM without `port ssh` is meant to be closed, and one with Nix code may get its keys there.
public final class SshClosed implements Rule {
  private static final Code CODE =
      Code.warning(
          "ssh-closed",
          "A VM runs an SSH server and the lab has no SSH key.",
          "A VM's users have no password: without a key nobody can log in.",
          Example.web("port ssh 22"),
          """
          lab home {
            ssh-key "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7bq admin"
          }

          """
              + Example.web("port ssh 22"));

  private record Closed(MicroVm vm, Sourced<PortRange> port) {}

  @Override
  public Code code() {
    return CODE;
  }

  /// One finding a lab: one missing line is behind all of them.
  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var lab = index.lab();
    if (!lab.sshKeys().isEmpty() || lab.hasUnreadSshKey()) {
      return;
    }
    var closed =
        lab.microVms().stream()
            .filter(vm -> vm.nix().isEmpty())
            .flatMap(vm ->
                vm.ports().stream()
                    .filter(port -> port.name().value().text().equals("ssh"))
                    .filter(port -> OddSshPort.isTcpPort(port.range().value()))
                    .map(port -> new Closed(vm, port.range())))
            .sorted((it, other) -> it.port.place().compareTo(other.port.place()))
            .toList();
    if (closed.isEmpty()) {
      return;
    }
    var first = closed.getFirst();
    var more = closed.size() == 1 ? Message.NONE : Message.of(", and {0} more", closed.size() - 1);
    report.accept(
        Diagnostic.at(
                first.port.place(),
                CODE,
                Message.of("nobody can log in to `{0}`: the lab has no `ssh-key`", first.vm),
                Message.of(
                    "the SSH server of `{0}`{1}{2}", first.vm, Use.how(first.port.origin()), more))
            .help(
                Message.of(
                    "add your public key to the lab: `lab {0} { ssh-key \"…\" }`", lab.name())));
  }
}
