package dev.homelabc.rule.network;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.rule.Use;
import java.util.function.Consumer;

public final class DuplicateVlanId implements Rule {
  private static final Code CODE =
      Code.error(
          "duplicate-vlan-id",
          "Two VLANs have the same id.",
          "The id is all that frames carry: VLANs that share one are a single network with two"
              + " subnets. Inside a bridge untagged frames have the id 1.",
          example(20),
          example(30));

  private static String example(int second) {
    return """
    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vlan storage {
      id %s
      subnet 10.0.30.0/24
    }
    """
        .replace("%s", Integer.toString(second));
  }

  @Override
  public Code code() {
    return CODE;
  }

  private static Message message(String again, String first) {
    return again.equals(first)
        ? Message.of("VLAN id `{0}` is used twice", again)
        : Message.of("VLAN ids `{0}` and `{1}` are one inside a bridge", again, first);
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var uses =
        index.lab().vlans().stream()
            .map(it -> Use.of(it.id(), it.bridgeId(), Message.of("`{0}`", it)))
            .toList();
    Use.eachRepeated(
        uses,
        (first, again) ->
            report.accept(
                again
                    .repeats(first, CODE, message(again.place().text(), first.place().text()))
                    .help(Message.of("give each VLAN its own id, from 1 to 4094"))));
  }
}
