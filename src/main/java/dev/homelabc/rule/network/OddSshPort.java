package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.value.PortRange;
import dev.homelabc.value.PortRange.Protocol;
import java.util.function.Consumer;

public final class OddSshPort implements Rule {
  private static final Code CODE =
      Code.error(
          "odd-ssh-port",
          "The port named `ssh` is not one TCP port.",
          "The name `ssh` starts an SSH server on the port. On a range or on UDP there can be none:"
              + " the firewall would be open and nobody would answer.",
          Example.web("port ssh 22-23"),
          Example.web("port telnet 22-23"));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var vm : index.lab().microVms()) {
      for (var port : vm.ports()) {
        var range = port.range().value();
        if (port.name().value().text().equals("ssh") && !isTcpPort(range)) {
          report.accept(
              Diagnostic.at(
                      port.range().place(),
                      CODE,
                      Message.of(
                          "port `ssh` of `{0}` is {1}",
                          vm,
                          range.isSingle()
                              ? Message.of("a UDP port")
                              : Message.of("a range of ports")),
                      Message.of("expected one TCP port{0}", Use.how(port.range().origin())))
                  .help(
                      Message.of(
                          "write `port ssh {0}`, or give the port another name", range.from())));
        }
      }
    }
  }

  static boolean isTcpPort(PortRange range) {
    return range.isSingle() && range.protocol() == Protocol.TCP;
  }
}
