package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.EmbeddedYaml.Outcome;
import dev.homelabc.model.YamlNode;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;

public final class CloudInitNotYaml implements Rule {
  private static final Code CODE =
      Code.error(
          "cloud-init-not-yaml",
          "A `#cloud-config` is not a YAML mapping.",
          "cloud-init logs a line inside of the VM and goes on without any of it: nobody can log in"
              + " to read that line.",
          Example.shop("cloud-init \"#cloud-config\\npackages: [ vim\\n\""),
          Example.shop("cloud-init \"#cloud-config\\npackages: [ vim ]\\n\""));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var text : UserText.of(index.lab())) {
      if (!text.isCloudConfig()) {
        continue;
      }
      switch (text.read()) {
        case Outcome.Bad bad ->
            report.accept(
                text.yaml()
                    .finding(
                        bad,
                        CODE,
                        Message.of("the cloud-init user data of {0} is not YAML", text.owner())));
        case Outcome.Good(YamlNode.Mapping _) -> {}
        case Outcome.Good(var root) ->
            report.accept(
                Diagnostic.at(
                    text.yaml().place(root.span()),
                    CODE,
                    Message.of("the cloud-init user data of {0} is not a mapping", text.owner()),
                    Message.of("expected {0}", Message.of("a mapping"))));
        case Outcome.Nothing() -> {}
      }
    }
  }
}
