package dev.homelabc.rule.openshift;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.EmbeddedYaml.Outcome;
import dev.homelabc.model.YamlNode;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

public final class UnreachedSshKey implements Rule {
  private static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7bq";

  private static final Code CODE =
      Code.warning(
          "unreached-ssh-key",
          "The lab has SSH keys, and the user data of an OpenShift VM leaves nobody to have them.",
          "cloud-init gives them to the default user of the image. A list of `users` without"
              + " `default` in it makes no such user.",
          example("[{ name: ops }]"),
          example("[default, { name: ops }]"));

  private static String example(String users) {
    return "lab home {\n  ssh-key \"%s\"\n}\n\n".replace("%s", KEY)
        + Example.shop("cloud-init \"#cloud-config\\nusers: " + users + "\\n\"");
  }

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    if (index.lab().sshKeys().isEmpty()) {
      return;
    }
    var key = index.lab().sshKeys().getFirst();
    for (var text : UserText.of(index.lab())) {
      users(text)
          .filter(it -> !reachesSomebody(it.value()))
          .ifPresent(users ->
              report.accept(
                  Diagnostic.at(
                          text.yaml().place(users.key().span()),
                          CODE,
                          Message.of("no account here gets the SSH keys of the lab"),
                          Message.of("in the cloud-init user data of {0}", text.owner()))
                      .also(key.place(), Message.of("the first of the keys"))
                      .help(
                          Message.of(
                              "add `- default` to the list, or `ssh_authorized_keys` to an"
                                  + " account"))));
    }
  }

  private static Optional<YamlNode.Member> users(UserText text) {
    return text.isCloudConfig() && text.read() instanceof Outcome.Good(YamlNode.Mapping root)
        ? root.member("users")
        : Optional.empty();
  }

  /// Whether there is the default user, or an account with keys of its own.
  private static boolean reachesSomebody(YamlNode users) {
    return switch (users) {
      case YamlNode.Scalar scalar -> List.of(scalar.value().split(",")).contains("default");
      case YamlNode.Mapping mapping -> mapping.member("default").isPresent();
      case YamlNode.Sequence(_, var items) ->
          items.stream()
              .anyMatch(it ->
                  switch (it) {
                    case YamlNode.Scalar scalar -> scalar.value().equals("default");
                    case YamlNode.Sequence _ -> false;
                    case YamlNode.Mapping account ->
                        account.members().stream()
                            .anyMatch(member ->
                                member
                                    .key()
                                    .value()
                                    .matches(
                                        "ssh[-_](authorized[-_]keys|import[-_]id|redirect[-_]user)"));
                  });
    };
  }
}
