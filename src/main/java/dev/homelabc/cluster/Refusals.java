package dev.homelabc.cluster;

import dev.homelabc.diagnostic.Message;
import io.fabric8.kubernetes.api.model.Status;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.stream.Stream;

/// What the client's exceptions mean to a person.
///
/// @param server the URL of the cluster
record Refusals(String server) {
  /// More causes of causes than any failure has.
  private static final int DEEPEST = 20;

  /// What was asked for when the cluster refused.
  ///
  /// @param verb as the rights of Kubernetes call it
  /// @param name empty for a list
  record Request(String verb, Kind kind, String namespace, String name) {}

  ClusterFailure of(KubernetesClientException e, Request request) {
    // The client has 0 or -1 where there was no answer.
    return switch (Math.max(0, e.getCode())) {
      case 0 -> silence(e);
      case 401 ->
          new ClusterFailure(
              401,
              Message.of("`{0}` does not know you: the login is missing or has expired", server),
              Message.of("log in again, with `oc login` for example"),
              Message.of("choose another login with `--context NAME`"));
      case 403 -> isOfRights(e) ? forbidden(request) : refused(e, request);
      default -> refused(e, request);
    };
  }

  /// Whether the user lacks a right, as RBAC says it: `User "me" cannot patch resource …`. Quotas,
  /// limits and admission answer 403, too.
  private static boolean isOfRights(KubernetesClientException e) {
    var said = said(e);
    return said.contains("User \"") && said.contains(" cannot ");
  }

  private ClusterFailure refused(KubernetesClientException e, Request request) {
    return new ClusterFailure(
        e.getCode(),
        request.name.isEmpty()
            ? Message.of(
                "`{0}` fails to list {1}: {2}", server, request.kind.plural(), reason(e, true))
            : Message.of(
                "the cluster refuses {0} `{1}`: {2}",
                request.kind,
                request.name,
                // The server may repeat what it was sent; but a quota speaks of counts.
                reason(e, request.kind != Kind.SECRET || isOfQuota(e, request.name))));
  }

  private static boolean isOfQuota(KubernetesClientException e, String secret) {
    return said(e).startsWith("secrets \"" + secret + "\" is forbidden: exceeded quota: ");
  }

  private static String said(KubernetesClientException e) {
    return Optional.ofNullable(e.getStatus()).map(Status::getMessage).orElse("");
  }

  private static ClusterFailure forbidden(Request request) {
    return new ClusterFailure(
        403,
        request.namespace.isEmpty()
            ? Message.of(
                "you have no right to `{0} {1}` in the cluster",
                request.verb, request.kind.plural())
            : Message.of(
                "you have no right to `{0} {1}` in the namespace `{2}`",
                request.verb, request.kind.plural(), request.namespace),
        cure(request.kind));
  }

  /// The role `edit` holds the rights to all that we make but these. Kubernetes took that to
  /// EndpointSlices out of it because of CVE-2021-25740.
  private static Message cure(Kind kind) {
    return switch (kind) {
      case NETWORK ->
          Message.of(
              "networks are for an administrator to make: `kubectl apply -k` with the folder"
                  + " `networks` of the project, then run this again");
      case ENDPOINTS ->
          Message.of("an administrator can make it, or give you the right to, then run this again");
      case SECRET, DATA_VOLUME, VM, SERVICE, GUEST, CLAIM, POD, EVENT, NAMESPACE, STORAGE_CLASS ->
          Message.of("an administrator can give you the role `edit` there");
    };
  }

  /// There was no answer.
  private ClusterFailure silence(KubernetesClientException e) {
    if (isCausedBy(e, CertificateException.class)) {
      return new ClusterFailure(
          0,
          Message.of("cannot trust `{0}`: its certificate is not the one to expect", server),
          Message.of("log in again, or set the cluster's authority in the kubeconfig"));
    }
    return new ClusterFailure(
        0,
        Message.of("cannot reach the cluster at `{0}`: {1}", server, why(e)),
        Message.of("see whether you are on the right network, and whether the context is right"));
  }

  private static Message why(Throwable e) {
    if (isCausedBy(e, UnresolvedAddressException.class)) {
      return Message.of("its name is unknown");
    }
    if (isCausedBy(e, HttpTimeoutException.class) || isCausedBy(e, TimeoutException.class)) {
      return Message.of("it does not answer in time");
    }
    return isCausedBy(e, ConnectException.class)
        ? Message.of("nothing answers there")
        : Message.of("the connection broke");
  }

  private static boolean isCausedBy(Throwable e, Class<? extends Throwable> type) {
    return Stream.iterate(e, Objects::nonNull, Throwable::getCause)
        .limit(DEEPEST)
        .anyMatch(type::isInstance);
  }

  private static String reason(KubernetesClientException e, boolean isPublic) {
    var status = Optional.ofNullable(e.getStatus());
    var said = status.map(it -> isPublic ? it.getMessage() : it.getReason());
    return said.filter(it -> !it.isBlank())
        .map(it -> it.lines().findFirst().orElse("").replaceAll("\\p{Cntrl}", " "))
        .orElse("HTTP " + e.getCode());
  }
}
