package dev.homelabc.rule.kubernetes;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Diagnostic;
import dev.homelabc.diagnostic.Message;
import dev.homelabc.rule.Example;
import dev.homelabc.rule.LabIndex;
import dev.homelabc.rule.Rule;
import java.util.function.Consumer;
import java.util.regex.Pattern;

public final class ServiceName implements Rule {
  /// RFC 1035, which Services keep to for their DNS names.
  private static final Pattern FORM = Pattern.compile("[a-z]([a-z0-9-]{0,61}[a-z0-9])?");

  private static final Code CODE =
      Code.error(
          "service-name",
          "A deployment's name does not fit its Service.",
          "The name of a Service begins with a letter and has 63 characters at most; the Service of"
              + " ports without a NodePort, beside others with one, is called `NAME-internal`.",
          Example.deployments(Example.deployment("2fa", "http", 8080, "node 30080")),
          Example.deployments(Example.deployment("two-fa", "http", 8080, "node 30080")));

  @Override
  public Code code() {
    return CODE;
  }

  @Override
  public void check(LabIndex index, Consumer<Diagnostic> report) {
    for (var deployment : index.lab().deployments()) {
      for (var service : deployment.services()) {
        if (!FORM.matcher(service.name()).matches()) {
          report.accept(
              Diagnostic.at(
                      deployment.origin().place(),
                      CODE,
                      Message.of("`{0}` is no name of a Service", service.name()),
                      Message.of("a Service of `{0}` would have it", deployment))
                  .help(Message.of("choose a short name that begins with a letter")));
          break;
        }
      }
    }
  }
}
