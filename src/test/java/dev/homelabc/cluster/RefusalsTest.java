package dev.homelabc.cluster;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.cluster.Refusals.Request;
import io.fabric8.kubernetes.api.model.StatusBuilder;
import io.fabric8.kubernetes.client.KubernetesClientException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertificateException;
import org.junit.jupiter.api.Test;

class RefusalsTest {
  private static final Request SECRET = new Request("patch", Kind.SECRET, "shop-prod", "cloudinit");
  private static final Request VM = new Request("patch", Kind.VM, "shop-prod", "web-02");
  private final Refusals refusals = new Refusals("https://api.lab:6443");

  @Test
  void tellsWhyThereIsNoAnswer() {
    assertThat(silence(new ConnectException())).endsWith(": nothing answers there");
    assertThat(silence(new IOException(new ConnectException())))
        .endsWith(": nothing answers there");
    assertThat(silence(new ConnectException().initCause(new UnresolvedAddressException())))
        .endsWith(": its name is unknown");
    assertThat(silence(new HttpTimeoutException(""))).endsWith(": it does not answer in time");
    assertThat(silence(new IOException("reset"))).endsWith(": the connection broke");
    assertThat(silence(new IOException(new CertificateException())))
        .startsWith("cannot trust `https://api.lab:6443`: its certificate");
  }

  @Test
  void repeatsNothingOfASecretNorOfARequest() {
    var status = new StatusBuilder().withReason("Invalid").withMessage("data: hunter2").build();
    var failure = refusals.of(new KubernetesClientException("body: hunter2", 422, status), SECRET);

    assertThat(failure).hasNoCause().hasMessage("the cluster refuses Secret `cloudinit`: Invalid");
    assertThat(refusals.of(new KubernetesClientException("hunter2", 500, null), SECRET))
        .hasMessage("the cluster refuses Secret `cloudinit`: HTTP 500");
  }

  @Test
  void tellsAMissingRightFromOtherRefusals() {
    assertThat(
            forbidden(
                "virtualmachines.kubevirt.io \"web-02\" is forbidden: User \"me\" cannot patch"
                    + " resource \"virtualmachines\" in API group \"kubevirt.io\"",
                VM))
        .isEqualTo("you have no right to `patch virtualmachines` in the namespace `shop-prod`");
    var quota =
        "virtualmachines.kubevirt.io \"web-02\" is forbidden: exceeded quota: q, requested: 1";
    assertThat(forbidden(quota, VM))
        .isEqualTo("the cluster refuses VirtualMachine `web-02`: " + quota);
    assertThat(refusals.of(new KubernetesClientException("hunter2", 403, null), VM))
        .hasMessage("the cluster refuses VirtualMachine `web-02`: HTTP 403");
  }

  @Test
  void repeatsOfASecretWhatAQuotaSaysAndNoWebhook() {
    var quota = "secrets \"cloudinit\" is forbidden: exceeded quota: q, requested: secrets=1";
    assertThat(forbidden(quota, SECRET))
        .isEqualTo("the cluster refuses Secret `cloudinit`: " + quota);
    assertThat(forbidden("admission webhook \"gate\" denied hunter2, exceeded quota: ", SECRET))
        .isEqualTo("the cluster refuses Secret `cloudinit`: Forbidden");
  }

  private String forbidden(String message, Request request) {
    var status = new StatusBuilder().withReason("Forbidden").withMessage(message).build();
    return refusals.of(new KubernetesClientException("", 403, status), request).what().toString();
  }

  private String silence(Throwable cause) {
    return refusals.of(new KubernetesClientException("hunter2", cause), SECRET).what().toString();
  }
}
