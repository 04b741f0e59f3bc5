package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.cluster.FakeCluster;
import dev.homelabc.diagnostic.Language;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `homelabc status`, of VMs in all states.
class StatusCommandTest {
  private static final String SHOP = "src/test/resources/cluster/shop.lab";
  private static final String VMS = "/apis/kubevirt.io/v1/namespaces/shop-prod/virtualmachines/";

  @TempDir private Path folder;
  private FakeCluster cluster;
  private ClusterCommands commands;

  @BeforeEach
  void start() {
    cluster = FakeCluster.ofShop();
    commands = new ClusterCommands(cluster, folder);
    commands.environment.put("P", "tech-support:a\ndba:b\n");
    assertThat(commands.run("deploy", "shop", "--lab", SHOP, "--no-wait", "--password-env", "P"))
        .endsWith("exit 0\n");
    cluster.remove(VMS + "web-03");
    running();
    importing();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  /// With an agent, so that the cluster knows its addresses.
  private void running() {
    cluster.status(
        VMS + "web-01",
        "{printableStatus: Running, conditions: [{type: Ready, status: \"True\"}]}");
    cluster.disk("web-01", "shop", "Succeeded", "100.0%");
    cluster.claim("web-01", "Bound");
    cluster.put(
        """
        {apiVersion: kubevirt.io/v1, kind: VirtualMachineInstance,
         metadata: {name: web-01, namespace: shop-prod, uid: guest-1, labels: {
           app.kubernetes.io/managed-by: homelabc, app.kubernetes.io/part-of: shop,
           app.kubernetes.io/name: web, app.kubernetes.io/instance: web-01}},
         status: {phase: Running, nodeName: worker-2, interfaces: [
           {name: front, ipAddress: 10.10.10.101, ipAddresses: [10.10.10.101, "fe80::1"]}]}}
        """);
  }

  /// KubeVirt takes the restart of the importer for an error.
  private void importing() {
    cluster.status(
        VMS + "web-02",
        """
        {printableStatus: DataVolumeError, conditions: [
          {type: Ready, status: "False", message: Guest VM is not reported as running}]}
        """);
    cluster.disk("web-02", "shop", "ImportInProgress", "45.34%");
    cluster.claim("web-02", "Pending");
    cluster.put(
        """
        {apiVersion: v1, kind: Pod, metadata: {name: importer-prime-claim-of-web-02,
         namespace: shop-prod, uid: importer-2}}
        """);
    event("disk-of-web-02", "DataVolume", "web-02-os", "ErrExceededQuota", "11:58:30");
    event("importer-2", "Pod", "importer-prime-claim-of-web-02", "FailedMount", "11:20:00");
    event("somebody", "Pod", "else", "BackOff", "11:59:59");
    cluster.put(
        """
        {apiVersion: v1, kind: Event, type: Normal, reason: Started, message: fine,
         metadata: {name: fine, namespace: shop-prod},
         involvedObject: {kind: DataVolume, name: web-02-os, uid: disk-of-web-02},
         lastTimestamp: "2026-11-27T11:59:00Z"}
        """);
  }

  private void event(String uid, String kind, String name, String reason, String time) {
    cluster.put(
        """
        {apiVersion: v1, kind: Event, type: Warning, reason: %s, count: 3,
         message: "what happened\\nto it", metadata: {name: e-%s, namespace: shop-prod},
         involvedObject: {kind: %s, name: %s, uid: %s}, lastTimestamp: "2026-11-27T%sZ"}
        """
            .formatted(reason, uid, kind, name, uid, time));
  }

  @Test
  void showsAllVmsAsATable() {
    Screens.compare("status", status("shop"));
  }

  @Test
  void showsTheSameAsJson() {
    Screens.compare("status.json", status("shop", "-o", "json"));
  }

  @Test
  void showsTheSameInKorean() {
    commands.language = Language.KOREAN;
    Screens.compare("status.ko", status("shop"));
  }

  @Test
  void showsOneVmOfATarget() {
    assertThat(status("shop", "--target", "web-02"))
        .contains("web-02  Provisioning")
        .doesNotContain("web-01", "db");
  }

  @Test
  void showsReplicasThatTheLabHasNoMore() {
    assertThat(status("shop", "web", "--replicas", "1"))
        .contains("web-01", "web-02")
        .doesNotContain("web-03");
    assertThat(status("shop", "web", "--replicas", "4")).contains("web-04  Absent");
  }

  @Test
  void aVmThatNobodyHasIsNamedAsSuch() {
    assertThat(status("shop", "wbe"))
        .isEqualTo("error: neither the lab nor the cluster has such a VM\nexit 1\n");
  }

  @Test
  void aVmThatIsToStandStillIsReadyWhenItDoes() {
    cluster.put(
        """
        {apiVersion: kubevirt.io/v1, kind: VirtualMachine, metadata: {name: web-04,
          namespace: shop-prod, labels: {app.kubernetes.io/managed-by: homelabc,
          app.kubernetes.io/part-of: shop, app.kubernetes.io/name: web,
          app.kubernetes.io/instance: web-04}}, spec: {runStrategy: Halted},
          status: {printableStatus: Stopped}}
        """);

    assertThat(status("shop", "--target", "web-04", "-o", "json")).contains("\"ready\" : true");
  }

  @Test
  void aVmOfSomebodyElseIsShownAsForeign() {
    assertThat(status("shop", "--target", "web-03")).contains("web-03  Absent  -     10.10.10.103");
    cluster.put(
        "{apiVersion: kubevirt.io/v1, kind: VirtualMachine, metadata: {name: web-03, namespace:"
            + " shop-prod}, status: {printableStatus: Running}}");

    assertThat(status("shop", "--target", "web-03")).contains("web-03  Foreign  -");
    assertThat(status("shop", "--target", "web-03", "-o", "json"))
        .contains("\"phase\" : \"Foreign\"", "\"ready\" : false");
  }

  @Test
  void aVmThatHasToBeRestartedIsNamed() {
    assertThat(status("shop", "--target", "web-01")).doesNotContain("next start");
    cluster.status(
        VMS + "web-01",
        """
        {printableStatus: Running, conditions: [{type: Ready, status: "True"},
          {type: RestartRequired, status: "True", message: a non-live-updatable field was changed}]}
        """);

    assertThat(status("shop", "--target", "web-01"))
        .contains("\n  web-01: what was changed counts from its next start\n");
    assertThat(status("shop", "--target", "web-01", "-o", "json"))
        .contains("\"restartRequired\" : true");
  }

  @Test
  void watchesUntilItIsStopped() {
    commands.hasTerminal = false;
    commands.meanwhile.add(() -> cluster.disk("web-02", "shop", "ImportInProgress", "99.00%"));
    commands.meanwhile.add(commands::interrupt);

    assertThat(status("shop", "--target", "web-02", "--watch"))
        .containsSubsequence("45.34%", "99.00%");
  }

  @Test
  void writesNothing() {
    cluster.forgetRequests();
    status("shop");
    assertThat(cluster.writes()).isEmpty();
  }

  private String status(String... words) {
    return commands.run(
        Stream.of(List.of("status"), List.of(words), List.of("--lab", SHOP))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }
}
