package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.cluster.FakeCluster;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What a person reads when a cluster, or the way there, is not as it should be.
class ClusterFailureTest {
  private static final String SHOP = "src/test/resources/cluster/shop.lab";
  private static final List<String> COMMANDS = List.of("deploy", "status", "delete");

  @TempDir private Path folder;
  private FakeCluster cluster;
  private ClusterCommands commands;

  @BeforeEach
  void start() {
    cluster = FakeCluster.ofShop();
    commands = new ClusterCommands(cluster, folder);
    commands.environment.put("P", "tech-support:a\ndba:b\n");
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void aLoginThatHasExpired() {
    cluster.refuse(".*", 401, "Unauthorized", "Unauthorized");

    assertEach(
        """
        error: `https://api.lab:6443` does not know you: the login is missing or has expired
          = help: log in again, with `oc login` for example
          = help: choose another login with `--context NAME`
        exit 74
        """);
  }

  @Test
  void aRightThatIsMissing() {
    cluster.forbid(".*/virtualmachines.*");

    assertThat(run("status"))
        .isEqualTo(
            """
            error: you have no right to `list virtualmachines` in the namespace `shop-prod`
              = help: an administrator can give you the role `edit` there
            exit 74
            """);
  }

  @Test
  void networksAreForAnAdministrator() {
    cluster.forbid("PATCH .*/network-attachment-definitions/.*");

    assertThat(run("deploy"))
        .isEqualTo(
            """
            [FAILED] NetworkAttachmentDefinition front
            error: you have no right to `patch network-attachment-definitions` in the namespace `shop-prod`
              = help: networks are for an administrator to make: `kubectl apply -k` with the folder `networks` of the project, then run this again
            0 done, 7 left; the same command goes on from here
            exit 74
            """);
  }

  @Test
  void aClusterWithoutKubeVirt() {
    cluster.refuse("GET /apis/kubevirt.io/v1", 404, "NotFound", "404 page not found");

    assertEach(
        """
        error: `https://api.lab:6443` has no KubeVirt, which runs VMs
          = help: choose another cluster with `--context NAME`
          = help: an administrator can install OpenShift Virtualization, or KubeVirt
        exit 74
        """);
  }

  @Test
  void aNamespaceThatIsMissing() {
    cluster.remove("/api/v1/namespaces/shop-prod");

    assertEach(
        """
        error: `https://api.lab:6443` has no namespace `shop-prod`
          = help: make it with `oc new-project shop-prod`
        exit 74
        """);
  }

  @Test
  void allThatIsMissingIsSaidAtOnceAndNothingIsMade() {
    cluster.remove("/apis/storage.k8s.io/v1/storageclasses/fast");
    cluster.remove(
        "/apis/k8s.cni.cncf.io/v1/namespaces/default/network-attachment-definitions/backup");
    cluster.refuse("GET /apis/cdi.kubevirt.io/v1beta1", 404, "NotFound", "");

    assertThat(run("deploy"))
        .isEqualTo(
            """
            error: `https://api.lab:6443` has no CDI, which copies the images of VMs
            error: the network `default/backup` of kind `existing` does not exist there
            error: there is no storage class `fast`
            nothing was changed in the cluster
            exit 74
            """);
    assertThat(cluster.writes()).isEmpty();
  }

  @Test
  void whatNobodyMayLookAtIsTakenToBeThere() {
    cluster.forbid("GET .*/(namespaces|storageclasses)/[a-z-]+");
    cluster.forbid("GET .*/default/network-attachment-definitions/backup");

    assertThat(run("deploy")).endsWith("7 created, 0 updated, 0 left as they are\nexit 0\n");
  }

  @Test
  void whatTheClusterRefusesIsSaidInItsWordsButForSecrets() {
    cluster.refuse(
        "PATCH .*/db", 422, "Invalid", "spec.template.spec.domain.devices: too\nmany devices");

    assertThat(run("deploy"))
        .contains(
            "error: the cluster refuses VirtualMachine `db`: spec.template.spec.domain.devices:"
                + " too\n");
  }

  @Test
  void nobodyIsThere() {
    var url = cluster.url();
    cluster.close();

    assertEach(
        """
        error: cannot reach the cluster at `%s`: nothing answers there
          = help: see whether you are on the right network, and whether the context is right
        exit 74
        """
            .formatted("https://api.lab:6443"));
    assertThat(url).startsWith("http://localhost:");
  }

  @Test
  void aServerThatIsNoneOfKubernetes() {
    FakeCluster.kubeconfig(folder, cluster.url().replace("http:", "https:"));

    assertThat(run("status"))
        .startsWith("error: cannot reach the cluster at `https://")
        .contains(": the connection broke\n");
  }

  @Test
  void noKubeconfig() {
    assertThat(run("status", "--kubeconfig", folder.resolve("none").toString()))
        .isEqualTo(
            "error: cannot read `" + folder.resolve("none") + "` as a kubeconfig\nexit 74\n");
  }

  @Test
  void aContextThatTheKubeconfigDoesNotHave() {
    assertThat(run("status", "--context", "there"))
        .isEqualTo(
            """
            error: the kubeconfig has no context `there`
              = help: the contexts are here
            exit 74
            """);
    assertThat(run("status", "--context", "here")).endsWith("exit 0\n");
  }

  @Test
  void aKubeconfigThatIsNoneIsNotShown() throws Exception {
    var file = Files.writeString(folder.resolve("broken"), "users: [{token: sha256~secret\n");

    assertThat(run("status", "--kubeconfig", file.toString()))
        .isEqualTo("error: cannot read `" + file + "` as a kubeconfig\nexit 74\n");
  }

  private void assertEach(String screen) {
    COMMANDS.forEach(it -> assertThat(run(it)).as(it).isEqualTo(screen));
  }

  private String run(String command, String... more) {
    var words = new ArrayList<>(List.of(command, "shop", "--lab", SHOP));
    if (command.equals("deploy")) {
      words.addAll(List.of("--no-wait", "--password-env", "P"));
    }
    words.addAll(List.of(more));
    return commands.run(words.toArray(String[]::new));
  }
}
