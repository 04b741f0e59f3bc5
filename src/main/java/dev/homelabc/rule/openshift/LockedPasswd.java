package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Fix;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.YamlNode;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import dev.homelabc.source.Span;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class LockedPasswd implements Rule {
  private static final String OPEN = "lock_passwd: false";

  private static final Code CODE =
      Code.warning(
          "locked-passwd",
          "cloud-init is given a password for an account and locks it.",
          "`lock_passwd` is true where it is left out: the password is set, and nobody can log in"
              + " with it.",
          users("passwd: {{ password }}"),
          users("passwd: {{ password }}, " + OPEN));

  private static String users(String passwd) {
    return Example.shop("cloud-init \"#cloud-config\\nusers: [{ name: a, " + passwd + " }]\\n\"");
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var text : UserText.of(index.lab())) {
      text.users()
          .filter(it -> it.member("lock_passwd").isEmpty() && it.member("lock-passwd").isEmpty())
          .forEach(user ->
              Stream.of("passwd", "hashed_passwd", "plain_text_passwd")
                  .flatMap(it -> user.member(it).stream())
                  .findFirst()
                  .ifPresent(it -> report.accept(finding(text, user, it))));
    }
  }

  private static Diagnostic finding(
      UserText text, YamlNode.Mapping user, YamlNode.Member password) {
    var finding =
        Diagnostic.at(
            text.yaml().place(password.key().span()),
            CODE,
            Message.of("this password is set and then locked"),
            Message.of("in the cloud-init user data of {0}", text.owner()));
    var help = Message.of("add `{0}` to the account", OPEN);
    return fix(text, user, password)
        .map(it -> finding.fix(new Fix(help, List.of(it))))
        .orElseGet(() -> finding.help(help));
  }

  /// The missing key before the password's: on a line of its own, or in the same braces.
  private static Optional<Fix.Edit> fix(
      UserText text, YamlNode.Mapping user, YamlNode.Member password) {
    var at = text.yaml().place(Span.at(password.key().span().start()));
    boolean isInBraces = text.yaml().text().charAt(user.span().start()) == '{';
    return (isInBraces ? Optional.of(", ") : text.newLine(at))
        .map(between -> new Fix.Edit(at, OPEN + between));
  }
}
