package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.cluster.FakeCluster;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `homelabc delete`, and what it leaves alone.
class DeleteCommandTest {
  private static final String SHOP = "src/test/resources/cluster/shop.lab";
  private static final String VMS = "/apis/kubevirt.io/v1/namespaces/shop-prod/virtualmachines/";
  private static final String CLAIMS = "/api/v1/namespaces/shop-prod/persistentvolumeclaims/";

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
    for (var vm : List.of("web-01", "web-02", "web-03", "db")) {
      cluster.disk(vm, "shop", "Succeeded", "100.0%");
      cluster.claim(vm, "Bound");
    }
    cluster.forgetRequests();
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void listsWhatItDeletesAndAsks() {
    commands.answers.add("yes");

    Screens.compare("delete", delete("shop"));
    assertThat(cluster.names("VirtualMachine")).isEmpty();
    assertThat(cluster.names("DataVolume")).isEmpty();
    assertThat(cluster.names("PersistentVolumeClaim")).isEmpty();
    assertThat(cluster.names("Secret")).isEmpty();
    assertThat(cluster.names("NetworkAttachmentDefinition")).containsExactly("default/backup");
    assertThat(delete("shop")).isEqualTo("there is nothing to delete\nexit 0\n");
  }

  @Test
  void deletesNothingWithoutAClearYes() {
    commands.answers.add("y");

    assertThat(delete("shop")).endsWith("Type `yes`: y\nnothing was deleted\nexit 1\n");
    commands.hasTerminal = false;
    assertThat(delete("shop"))
        .endsWith(
            """
            error: there is no terminal to ask at
              = help: give `--yes` to delete without a question
            exit 1
            """);
    assertThat(cluster.writes()).isEmpty();
  }

  @Test
  void aDryRunDeletesNothing() {
    var before = cluster.dump();

    assertThat(delete("shop", "--dry-run"))
        .contains("[DELETED] VirtualMachine db (dry run)\n")
        .endsWith("exit 0\n");
    assertThat(cluster.writes()).isNotEmpty();
    assertThat(cluster.dump()).isEqualTo(before);
  }

  @Test
  void aTargetLeavesItsSiblingsAndWhatTheyShare() {
    assertThat(delete("shop", "--target", "web-02", "--yes"))
        .isEqualTo(
            """
            To be deleted in the namespace `shop-prod` of `https://api.lab:6443`:
              VirtualMachine web-02
              PersistentVolumeClaim web-02-os
            `Secret web-cloudinit` stays: VirtualMachine web-01 still needs it
            [DELETED] VirtualMachine web-02
            [KEPT] Secret web-cloudinit: VirtualMachine web-01 still needs it
            exit 0
            """);
    assertThat(cluster.names("VirtualMachine"))
        .containsExactly("shop-prod/db", "shop-prod/web-01", "shop-prod/web-03");
    assertThat(cluster.names("PersistentVolumeClaim")).hasSize(3);
    assertThat(cluster.names("Secret")).hasSize(2);
  }

  @Test
  void aServiceForgetsWhatIsDeletedAndLearnsWhatComesBack() {
    var slice = "/apis/discovery.k8s.io/v1/namespaces/web/endpointslices/web";
    var target = List.of("web-team", "--target", "web-02", "--lab", "examples/openshift-web");
    var web = FakeCluster.withNamespace("web");
    try (web) {
      var there = new ClusterCommands(web, folder);
      there.environment.put("P", "a");
      there.run(
          "deploy", "web-team", "--lab", target.getLast(), "--no-wait", "--password-env", "P");

      assertThat(there.run(words("delete", target, "--yes")))
          .doesNotContain("  EndpointSlice web\n", "  Service web\n")
          .contains("[KEPT] Service web: ", "[UPDATED] EndpointSlice web\n");
      assertThat(web.get(slice).orElseThrow().toString())
          .contains("10.10.10.101", "10.10.10.103")
          .doesNotContain("10.10.10.102");

      assertThat(there.run(words("deploy", target, "--no-wait")))
          .contains("[UPDATED] EndpointSlice web\n");
      assertThat(web.get(slice).orElseThrow().toString()).contains("10.10.10.102");
    }
  }

  private static String[] words(String command, List<String> words, String last) {
    return Stream.of(List.of(command), words, List.of(last))
        .flatMap(List::stream)
        .toArray(String[]::new);
  }

  @Test
  void theLastReplicaTakesWhatTheyShareWithIt() {
    delete("shop", "web", "--replicas", "2", "--yes");
    assertThat(cluster.names("VirtualMachine")).containsExactly("shop-prod/db", "shop-prod/web-03");

    assertThat(delete("shop", "--target", "web-03", "--yes"))
        .contains("[DELETED] Secret web-cloudinit\n");
    assertThat(cluster.names("Secret")).containsExactly("shop-prod/db-cloudinit");
    assertThat(cluster.names("NetworkAttachmentDefinition")).contains("shop-prod/front");
  }

  @Test
  void deletesVmsThatTheLabHasNoMore() {
    assertThat(delete("shop", "web", "--yes")).contains("[DELETED] VirtualMachine web-03\n");
    cluster.put(vm("shop-prod", "old-01", "old", "shop"));

    assertThat(delete("shop", "old", "--yes"))
        .endsWith("[DELETED] VirtualMachine old-01\nexit 0\n");
  }

  @Test
  void leavesWhatItDidNotMakeAloneAndNamesIt() {
    cluster.remove(VMS + "web-02");
    cluster.put(
        "{apiVersion: kubevirt.io/v1, kind: VirtualMachine, metadata: {name: web-02, namespace:"
            + " shop-prod}}");
    cluster.disk("web-02", "shop", "Succeeded", "100.0%");
    cluster.put(
        """
        {apiVersion: v1, kind: Secret, metadata: {name: of-others, namespace: shop-prod, labels: {
          app.kubernetes.io/managed-by: homelabc, app.kubernetes.io/part-of: other}}}
        """);
    cluster.put(
        "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: web-01-os-scratch,"
            + " namespace: shop-prod}}");

    assertThat(delete("shop", "--yes"))
        .startsWith(
            "`VirtualMachine web-02` stays: it was not made by homelabc for this project\n");
    assertThat(cluster.names("VirtualMachine")).containsExactly("shop-prod/web-02");
    assertThat(cluster.names("Secret")).containsExactly("shop-prod/of-others");
    assertThat(cluster.names("DataVolume")).containsExactly("shop-prod/web-02-os");
    assertThat(cluster.names("PersistentVolumeClaim"))
        .containsExactly("shop-prod/web-01-os-scratch", "shop-prod/web-02-os");
  }

  @Test
  void keepsANetworkThatAVmOfAnotherNamespaceUses() {
    cluster.put(
        """
        {apiVersion: kubevirt.io/v1, kind: VirtualMachine, metadata: {name: guest, namespace: default},
         spec: {template: {spec: {networks: [{name: a, multus: {networkName: shop-prod/front}}]}}}}
        """);

    assertThat(delete("shop", "--yes"))
        .endsWith(
            "[KEPT] NetworkAttachmentDefinition front: default/guest still needs it\nexit 0\n");
    assertThat(cluster.names("NetworkAttachmentDefinition")).contains("shop-prod/front");
  }

  @Test
  void keepsNetworksThatOnlyAnAdministratorMayDelete() {
    cluster.forbid("GET /apis/kubevirt.io/v1/virtualmachines");
    cluster.forbid("DELETE .*/front");

    assertThat(delete("shop", "--yes"))
        .endsWith(
            "[KEPT] NetworkAttachmentDefinition front: you have no right to `delete"
                + " network-attachment-definitions` in the namespace `shop-prod`\nexit 0\n");
  }

  @Test
  void deletesDisksThatNoVmOwns() {
    cluster.put(
        """
        {apiVersion: cdi.kubevirt.io/v1beta1, kind: DataVolume, metadata: {name: data,
          namespace: shop-prod, labels: {app.kubernetes.io/managed-by: homelabc,
          app.kubernetes.io/part-of: shop, app.kubernetes.io/name: db,
          app.kubernetes.io/instance: db}}}
        """);

    assertThat(delete("shop", "web", "--yes")).doesNotContain("DataVolume");
    assertThat(delete("shop", "db", "--yes")).contains("[DELETED] DataVolume data\n");
  }

  @Test
  void removesWhatCdiLeftOfTheCopyingAndNothingElse() {
    cluster.put(leftover("PersistentVolumeClaim", "prime-claim-of-web-01", "p1"));
    cluster.put(leftover("PersistentVolumeClaim", "prime-claim-of-web-01-scratch", "p2"));
    cluster.put(leftover("Pod", "importer-prime-claim-of-web-01", "p3"));
    cluster.put(leftover("PersistentVolumeClaim", "web-01-os-scratch", "p4"));
    cluster.put(leftover("PersistentVolumeClaim", "prime-somebody", "q1"));
    cluster.put(leftover("PersistentVolumeClaim", "db-os-scratch", "q2"));

    assertThat(delete("shop", "--target", "web-01", "--yes"))
        .contains(
            "[DELETED] Pod importer-prime-claim-of-web-01\n",
            "[DELETED] PersistentVolumeClaim prime-claim-of-web-01-scratch\n");
    assertThat(cluster.names("PersistentVolumeClaim"))
        .containsExactly(
            "shop-prod/db-os",
            "shop-prod/db-os-scratch",
            "shop-prod/prime-somebody",
            "shop-prod/web-02-os",
            "shop-prod/web-03-os");
    assertThat(cluster.names("Pod")).isEmpty();
  }

  @Test
  void anotherObjectThatGotTheNameMeanwhileStays() {
    cluster.put(leftover("PersistentVolumeClaim", "web-01-os-scratch", "p4"));
    commands.meanwhile.add(() -> {
      cluster.remove(CLAIMS + "web-01-os-scratch");
      cluster.put(leftover("PersistentVolumeClaim", "web-01-os-scratch", "new"));
      cluster.remove(VMS + "web-01");
    });
    finalizer("web-01");

    delete("shop", "--target", "web-01", "--yes");

    assertThat(cluster.get(CLAIMS + "web-01-os-scratch")).isPresent();
  }

  @Test
  void waitsUntilTheVmsAreGone() {
    finalizer("web-01");

    assertThat(delete("shop", "--target", "web-01", "--yes", "--timeout", "10s"))
        .endsWith(
            """
            [DELETED] VirtualMachine web-01
            error: `VirtualMachine web-01` is not gone in time; the same command goes on
            exit 1
            """);
  }

  @Test
  void deletesOneByOneAndWithTheUidThatItSaw() {
    delete("shop", "--yes");

    assertThat(cluster.writes())
        .allMatch(it -> it.matches("DELETE /apis?/.*/namespaces/shop-prod/[a-z-]+/[a-z0-9-]+"));
  }

  /// Holds a VM as KubeVirt does until its guest has stopped.
  private void finalizer(String vm) {
    cluster.hold(VMS + vm);
  }

  private static String vm(String namespace, String name, String group, String project) {
    return """
    {apiVersion: kubevirt.io/v1, kind: VirtualMachine, metadata: {name: %s, namespace: %s, labels: {
      app.kubernetes.io/managed-by: homelabc, app.kubernetes.io/part-of: %s,
      app.kubernetes.io/name: %s, app.kubernetes.io/instance: %s}}}
    """
        .formatted(name, namespace, project, group, name);
  }

  private static String leftover(String kind, String name, String uid) {
    return """
    {apiVersion: v1, kind: %s, metadata: {name: %s, namespace: shop-prod, uid: %s,
      labels: {app: containerized-data-importer}}}
    """
        .formatted(kind, name, uid);
  }

  private String delete(String... words) {
    return commands.run(
        Stream.of(List.of("delete"), List.of(words), List.of("--lab", SHOP))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }
}
