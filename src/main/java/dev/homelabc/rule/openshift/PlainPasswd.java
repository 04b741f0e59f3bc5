package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.YamlNode;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;
import java.util.stream.Stream;

public final class PlainPasswd implements Rule {
  private static final Code CODE =
      Code.warning(
          "plain-passwd",
          "cloud-init is given a password where it takes a hash.",
          "It goes into /etc/shadow as it is, where no password has it as its hash: nobody can log"
              + " in with it, and everybody who reads the lab knows it.",
          users("passwd: hunter2"),
          users("passwd: {{ password }}"));

  private static String users(String passwd) {
    return Example.shop(
        "cloud-init \"#cloud-config\\nusers: [{ name: a, lock_passwd: false, "
            + passwd
            + " }]\\n\"");
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var text : UserText.of(index.lab())) {
      text.users()
          .flatMap(
              it -> Stream.of("passwd", "hashed_passwd").flatMap(key -> it.member(key).stream()))
          .forEach(it -> check(text, it, report));
    }
  }

  private static void check(UserText text, YamlNode.Member member, Consumer<Diagnostic> report) {
    if (member.value() instanceof YamlNode.Scalar value
        && !value.isNull()
        && !text.yaml().isFilled(value.span())
        && !isHash(value.value())) {
      report.accept(
          Diagnostic.at(
                  text.yaml().place(value.span()),
                  CODE,
                  Message.of(
                      "`{0}` takes the hash of a password, and this is none", member.key().value()),
                  Message.of("in the cloud-init user data of {0}", text.owner()))
              .help(
                  Message.of(
                      "write `{0}`, which is asked for and hashed at deployment",
                      "{{ password }}")));
    }
  }

  /// A hash of crypt(3), such as `$6$…`, or what locks the account or leaves it without a password.
  private static boolean isHash(String value) {
    return value.isEmpty() || "$!*".indexOf(value.charAt(0)) >= 0;
  }
}
