package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Fix;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.EmbeddedYaml.Outcome;
import dev.homelabc.model.YamlNode;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

public final class CloudInitHeader implements Rule {
  private static final String HEADER = "#cloud-config";

  private static final Code CODE =
      Code.warning(
          "cloud-init-header",
          "cloud-init user data does not begin with `#cloud-config`.",
          "cloud-init tells by the first line what it is given, and ignores all of it without one"
              + " that it knows: the VM starts and has none of its accounts and packages.",
          Example.shop("cloud-init \"packages: [ vim ]\\n\""),
          Example.shop("cloud-init \"#cloud-config\\npackages: [ vim ]\\n\""));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    UserText.of(index.lab()).stream()
        .filter(it -> !it.isKnown())
        .forEach(it -> {
          var finding =
              Diagnostic.at(
                  it.yaml().place(it.firstLine()),
                  CODE,
                  Message.of("cloud-init ignores user data that begins like this"),
                  Message.of("the user data of {0}", it.owner()));
          report.accept(fix(it).map(finding::fix).orElseGet(() -> finding.help(help(it))));
        });
  }

  private static Message help(UserText text) {
    return text.read() instanceof Outcome.Good(YamlNode.Mapping _)
        ? Message.of("write `{0}` as its first line", HEADER)
        : Message.of("begin it with `{0}`, or with `#!` if it is a script", HEADER);
  }

  /// Where the text is one of the kind that the header is for.
  private static Optional<Fix> fix(UserText text) {
    if (!(text.read() instanceof Outcome.Good(YamlNode.Mapping _))) {
      return Optional.empty();
    }
    var first = text.firstLine();
    var line = text.yaml().text().substring(first.start(), first.end());
    if (line.matches("#\\s*cloud-config\\s*")) {
      return Optional.of(Fix.of(text.yaml().place(first), HEADER));
    }
    var at = text.yaml().place(Span.at(first.start()));
    return text.newLine(at)
        .map(end -> new Fix(help(text), List.of(new Fix.Edit(at, HEADER + end))));
  }
}
