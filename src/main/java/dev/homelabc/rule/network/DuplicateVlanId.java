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
              + " subnets.",
          example(20),
          example(30));

  private static String example(int second) {
    return """
    vlan services {
      id 20
      subnet 10.0.20.0/24
    }

    vlan storage {
      id %d
      subnet 10.0.30.0/24
    }
    """
        .formatted(second);
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    var uses =
        index.lab().vlans().stream()
            .map(it -> Use.of(it.id(), it.id().value(), Message.of("`{0}`", it)))
            .toList();
    Use.eachRepeated(
        uses,
        (first, again) ->
            report.accept(
                again
                    .repeats(first, CODE, Message.of("VLAN id `{0}` is used twice", again.value()))
                    .help(Message.of("give each VLAN its own id, from 1 to 4094"))));
  }
}
