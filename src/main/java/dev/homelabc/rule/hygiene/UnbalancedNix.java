package dev.homelabc.rule.hygiene;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.Sourced;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import dev.homelabc.rule.hygiene.NixBalance.Fault;
import dev.homelabc.rule.hygiene.NixBalance.Open;
import dev.homelabc.source.Place;
import dev.homelabc.syntax.TextOffsets;
import java.util.function.Consumer;

public final class UnbalancedNix implements Rule {
  private static final Code CODE =
      Code.error(
          "unbalanced-nix",
          "A bracket, string or comment in Nix code is not closed.",
          "The code goes into the module word for word: Nix would refuse the whole file and point"
              + " at a line of it that nobody wrote.",
          Example.web("nix \"{ services.fstrim.enable = true; }}\""),
          Example.web("nix \"{ services.fstrim.enable = true; }\""));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var lab = index.lab();
    for (var vm : lab.microVms()) {
      for (var code : vm.nix()) {
        check(code, Message.of("`{0}`", vm), report);
      }
    }
    for (var host : lab.hosts()) {
      for (var code : host.nix()) {
        check(code, Message.of("host `{0}`", host), report);
      }
    }
  }

  /// One finding a text: what follows the first fault may only follow from it.
  private static void check(Sourced<String> code, Message owner, Consumer<Diagnostic> report) {
    var label = Message.of("in the Nix code of {0}{1}", owner, Use.how(code.origin()));
    NixBalance.fault(code.value())
        .map(fault ->
            switch (fault) {
              case Fault.Unclosed(var open) ->
                  Diagnostic.at(
                          place(code, open),
                          CODE,
                          Message.of("`{0}` in Nix code is never closed", open.opener()),
                          label)
                      .help(Message.of("close it with `{0}`", open.closer()));
              case Fault.Stray(int at, char closer) ->
                  Diagnostic.at(
                          place(code, at, 1),
                          CODE,
                          Message.of("`{0}` in Nix code closes nothing", closer),
                          label)
                      .help(Message.of("take it out, or open what it is to close"));
              case Fault.Mismatch(int at, char closer, var open) ->
                  Diagnostic.at(
                          place(code, at, 1),
                          CODE,
                          Message.of(
                              "`{0}` in Nix code stands where `{1}` is expected",
                              closer, open.closer()),
                          label)
                      .also(place(code, open), Message.of("opened here"))
                      .help(
                          Message.of("close `{0}` with `{1}` first", open.opener(), open.closer()));
            })
        .ifPresent(report);
  }

  private static Place place(Sourced<String> code, Open open) {
    return place(code, open.at(), open.opener().length());
  }

  private static Place place(Sourced<String> code, int at, int length) {
    return TextOffsets.place(code.place(), at, at + length);
  }
}
