package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.homelabc.cluster.FakeCluster;
import dev.homelabc.diagnostic.Language;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;
import org.apache.commons.codec.digest.Sha2Crypt;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// `homelabc deploy`, as a person runs it.
class DeployCommandTest {
  private static final String SHOP = "src/test/resources/cluster/shop.lab";
  private static final String VMS = "/apis/kubevirt.io/v1/namespaces/shop-prod/virtualmachines/";
  private static final String SECRETS = "/api/v1/namespaces/shop-prod/secrets/";
  private static final String DBA = "it's \"mine\" \\o/";
  private static final String SUPPORT = "correct horse {battery}";

  @TempDir private Path folder;
  private FakeCluster cluster;
  private ClusterCommands commands;

  @BeforeEach
  void start() {
    cluster = FakeCluster.ofShop();
    commands = new ClusterCommands(cluster, folder);
  }

  @AfterEach
  void stop() {
    cluster.close();
  }

  @Test
  void aDeployAtTheTerminalAsksForEachPasswordUntilItIsTypedTwice() {
    answer(DBA, DBA, SUPPORT, "correct horse", "", SUPPORT, SUPPORT);
    commands.meanwhile.add(() -> importing("web-01", "45.34%"));
    commands.meanwhile.add(() -> importing("web-01", "98.00%"));
    commands.meanwhile.add(
        () -> Stream.of("web-01", "web-02", "web-03", "db").forEach(this::ready));

    Screens.compare("deploy", deploy("shop"));
    assertThat(commands.answers).isEmpty();
  }

  @Test
  void theSameInKorean() {
    commands.language = Language.KOREAN;
    answer("a", "b", "a", "a");

    Screens.compare("deploy.ko", deploy("shop", "web", "--no-wait"));
  }

  @Test
  void makesNetworksBeforeSecretsBeforeVms() {
    deployed();

    assertThat(cluster.writes())
        .extracting(it -> it.replaceFirst("\\?.*", "").replaceFirst(".*/([^/]+/[^/]+)$", "$1"))
        .containsExactly(
            "network-attachment-definitions/front",
            "secrets/db-cloudinit",
            "secrets/web-cloudinit",
            "virtualmachines/db",
            "virtualmachines/web-01",
            "virtualmachines/web-02",
            "virtualmachines/web-03");
    assertThat(cluster.writes())
        .allMatch(it -> it.startsWith("PATCH "))
        .allMatch(it -> it.endsWith("?fieldValidation=Strict&fieldManager=homelabc&force=true"));
  }

  /// A checksum makes the disks objects of their own; ports make a Service and its addresses.
  @Test
  void makesDisksBeforeVmsAndServicesAfterThem() {
    var web = FakeCluster.withNamespace("web");
    try (web) {
      var there = new ClusterCommands(web, folder);
      there.answers.addAll(List.of(SUPPORT, SUPPORT));
      assertThat(there.run("deploy", "web-team", "--lab", "examples/openshift-web", "--no-wait"))
          .endsWith(
              """
              [CREATED] NetworkAttachmentDefinition default
              [CREATED] NetworkAttachmentDefinition mgmt-net
              [CREATED] Secret web-cloudinit
              [CREATED] DataVolume web-01-os
              [CREATED] DataVolume web-02-os
              [CREATED] DataVolume web-03-os
              [CREATED] VirtualMachine web-01
              [CREATED] VirtualMachine web-02
              [CREATED] VirtualMachine web-03
              [CREATED] Service web
              [CREATED] EndpointSlice web
              11 created, 0 updated, 0 left as they are
              exit 0
              """);
      there.run("delete", "web-team", "--lab", "examples/openshift-web", "--yes");
      assertThat(web.dump()).doesNotContain("homelabc");
    }
  }

  @Test
  void aTargetBringsItsOwnDiskAndNoService() {
    var web = FakeCluster.withNamespace("web");
    try (web) {
      var there = new ClusterCommands(web, folder);
      there.answers.addAll(List.of(SUPPORT, SUPPORT));
      assertThat(
              there.run(
                  "deploy",
                  "--target",
                  "web-02",
                  "web-team",
                  "--lab",
                  "examples/openshift-web",
                  "--no-wait"))
          .endsWith(
              """
              [CREATED] NetworkAttachmentDefinition default
              [CREATED] NetworkAttachmentDefinition mgmt-net
              [CREATED] Secret web-cloudinit
              [CREATED] DataVolume web-02-os
              [CREATED] VirtualMachine web-02
              5 created, 0 updated, 0 left as they are
              exit 0
              """);
    }
  }

  @Test
  void aServiceFollowsItsNewVms() {
    var slice = "/apis/discovery.k8s.io/v1/namespaces/web/endpointslices/web";
    var web = FakeCluster.withNamespace("web");
    try (web) {
      var there = new ClusterCommands(web, folder);
      var lab = "examples/openshift-web";
      there.answers.addAll(List.of(SUPPORT, SUPPORT));
      there.run("deploy", "web-team", "--lab", lab, "--no-wait");
      var ports = web.get(slice).orElseThrow().path("ports");

      assertThat(
              there.run("deploy", "web-team", "web", "--replicas", "5", "--lab", lab, "--no-wait"))
          .contains(
              "[SKIPPED] Service web\n",
              "[UPDATED] EndpointSlice web\n",
              "4 created, 1 updated, 10 left as they are\n");
      assertThat(there.run("deploy", "web-team", "--target", "web-09", "--lab", lab, "--no-wait"))
          .contains("[UPDATED] EndpointSlice web\n");
      assertThat(there.run("deploy", "web-team", "--lab", lab, "--no-wait"))
          .contains("[SKIPPED] EndpointSlice web\n");

      var after = web.get(slice).orElseThrow();
      assertThat(after.path("endpoints").findValuesAsText("addresses")).hasSize(6);
      assertThat(after.path("endpoints").toString())
          .contains("10.10.10.101", "10.10.10.105", "10.10.10.109")
          .doesNotContain("10.10.10.106");
      assertThat(after.path("ports")).isEqualTo(ports).isNotEmpty();
    }
  }

  @Test
  void secondDeploySkipsAllAndAsksNothing() {
    deployed();
    cluster.forgetRequests();

    assertThat(deploy("shop", "--no-wait"))
        .isEqualTo(
            """
            [SKIPPED] NetworkAttachmentDefinition front
            [SKIPPED] Secret db-cloudinit
            [SKIPPED] Secret web-cloudinit
            [SKIPPED] VirtualMachine db
            [SKIPPED] VirtualMachine web-01
            [SKIPPED] VirtualMachine web-02
            [SKIPPED] VirtualMachine web-03
            0 created, 0 updated, 7 left as they are
            exit 0
            """);
    assertThat(cluster.writes()).isEmpty();
  }

  @Test
  void aFailureInTheMiddleSaysWhatIsLeftAndTheNextRunGoesOn() {
    cluster.refuse("PATCH .*/web-02", 403, "Forbidden", "exceeded quota: q, requested: vms=1");
    answer(DBA, DBA, SUPPORT, SUPPORT);
    assertThat(deploy("shop", "--no-wait"))
        .endsWith(
            """
            [CREATED] VirtualMachine web-01
            [FAILED] VirtualMachine web-02
            error: the cluster refuses VirtualMachine `web-02`: exceeded quota: q, requested: vms=1
            5 done, 2 left; the same command goes on from here
            exit 74
            """);
    assertThat(cluster.names("VirtualMachine")).containsExactly("shop-prod/db", "shop-prod/web-01");

    cluster.refuseNothing();
    assertThat(deploy("shop", "--no-wait"))
        .endsWith(
            """
            [SKIPPED] VirtualMachine web-01
            [CREATED] VirtualMachine web-02
            [CREATED] VirtualMachine web-03
            2 created, 0 updated, 5 left as they are
            exit 0
            """);
  }

  @Test
  void updateChangesWhatDiffersAndNothingElse() {
    deployed();
    cluster.put(
        """
        {apiVersion: kubevirt.io/v1, kind: VirtualMachine,
         metadata: {name: db, namespace: shop-prod, labels: {app.kubernetes.io/managed-by: homelabc,
           app.kubernetes.io/part-of: shop}},
         spec: {runStrategy: Halted}}
        """);
    answer(DBA, DBA, SUPPORT, SUPPORT);

    assertThat(deploy("shop", "--update", "--no-wait"))
        .contains(
            "[UNCHANGED] NetworkAttachmentDefinition front\n",
            "[UPDATED] VirtualMachine db\n",
            "[UNCHANGED] VirtualMachine web-01\n")
        .endsWith("0 created, 1 updated, 6 left as they are\nexit 0\n");
    assertThat(vm("db").at("/spec/runStrategy").asText()).isEqualTo("Always");
  }

  @Test
  void updateTouchesNothingWhereSomethingIsOfSomebodyElse() {
    cluster.put(
        "{apiVersion: kubevirt.io/v1, kind: VirtualMachine, metadata: {name: db, namespace:"
            + " shop-prod}}");

    assertThat(deploy("shop", "--update"))
        .isEqualTo(
            """
            error: `VirtualMachine db` is there, and was not made by homelabc for this project
            nothing was changed in the cluster
            exit 74
            """);
    assertThat(cluster.writes()).isEmpty();
    answer(DBA, DBA, SUPPORT, SUPPORT);
    assertThat(deploy("shop", "--no-wait"))
        .contains(
            "[SKIPPED] VirtualMachine db\n",
            "note: `VirtualMachine db` was not made by homelabc for this project\n");
  }

  @Test
  void waitsForWhatIsBeingDeleted() {
    cluster.put(
        """
        {apiVersion: kubevirt.io/v1, kind: VirtualMachine, metadata: {name: web-01,
          namespace: shop-prod, deletionTimestamp: "2026-11-27T11:59:59Z",
          labels: {app.kubernetes.io/managed-by: homelabc, app.kubernetes.io/part-of: shop}}}
        """);

    assertThat(deploy("shop", "web"))
        .isEqualTo(
            """
            error: `VirtualMachine web-01` is being deleted; run this again when it is gone
            nothing was changed in the cluster
            exit 74
            """);
    assertThat(cluster.writes()).isEmpty();
  }

  @Test
  void aDiskOfSomebodyElseIsNotTakenOver() {
    var claim =
        "{apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: web-01-os, namespace:"
            + " shop-prod}}";
    cluster.put(claim);
    cluster.put(
        """
        {apiVersion: cdi.kubevirt.io/v1beta1, kind: DataVolume, metadata: {name: db-os,
          namespace: shop-prod, uid: theirs, labels: {app.kubernetes.io/managed-by: homelabc,
          app.kubernetes.io/part-of: other}}}
        """);
    var before = cluster.dump();

    assertThat(deploy("shop", "--no-wait"))
        .isEqualTo(
            """
            error: `DataVolume db-os` is there, was not made by homelabc for this project, and would become a disk of `db`
            error: `PersistentVolumeClaim web-01-os` is there, was not made by homelabc for this project, and would become a disk of `web-01`
            nothing was changed in the cluster
            exit 74
            """);
    assertThat(deploy("shop", "--dry-run")).contains("`PersistentVolumeClaim web-01-os` is there");
    assertThat(cluster.writes()).isEmpty();
    assertThat(cluster.dump()).isEqualTo(before);
  }

  @Test
  void aDiskOfOursThatIsLeftIsTakenOver() {
    deployed();
    cluster.disk("web-01", "shop", "Succeeded", "100.0%");
    cluster.claim("web-01", "Bound");
    cluster.remove(VMS + "web-01");
    cluster.put(
        """
        {apiVersion: v1, kind: PersistentVolumeClaim, metadata: {name: web-01-os,
          namespace: shop-prod, ownerReferences: [{kind: DataVolume, name: web-01-os,
          uid: disk-of-web-01}]}}
        """);

    assertThat(deploy("shop", "--no-wait")).contains("[CREATED] VirtualMachine web-01\n");
  }

  @Test
  void aDryRunAsksTheServerAndChangesNothing() {
    var before = cluster.dump();

    assertThat(deploy("shop", "web", "--dry-run"))
        .isEqualTo(
            """
            [CREATED] NetworkAttachmentDefinition front (dry run)
            [CREATED] Secret web-cloudinit (dry run)
            [CREATED] VirtualMachine web-01 (dry run)
            [CREATED] VirtualMachine web-02 (dry run)
            [CREATED] VirtualMachine web-03 (dry run)
            5 created, 0 updated, 0 left as they are
            exit 0
            """);
    assertThat(cluster.writes()).isNotEmpty().allMatch(it -> it.contains("dryRun=All"));
    assertThat(cluster.dump()).isEqualTo(before);
  }

  @Test
  void aTargetTouchesOneVmAndComputesItsAddress() {
    answer(SUPPORT, SUPPORT);

    assertThat(deploy("shop", "--target", "web-02", "--no-wait"))
        .endsWith(
            """
            [CREATED] NetworkAttachmentDefinition front
            [CREATED] Secret web-cloudinit
            [CREATED] VirtualMachine web-02
            3 created, 0 updated, 0 left as they are
            exit 0
            """);
    assertThat(cluster.names("VirtualMachine")).containsExactly("shop-prod/web-02");
    assertThat(vm("web-02").toString()).contains("10.10.10.102/24");
  }

  @Test
  void aTargetMayBeBeyondTheReplicasOfTheLab() {
    deployed();
    cluster.forgetRequests();

    assertThat(deploy("shop", "web", "--target", "web-07", "--no-wait"))
        .contains("[CREATED] VirtualMachine web-07\n");
    assertThat(cluster.writes()).hasSize(1);
    assertThat(vm("web-07").toString()).contains("10.10.10.107/24");
  }

  @Test
  void refusesTargetsThatAreNoReplica() {
    assertThat(deploy("shop", "--target", "web"))
        .isEqualTo(
            "error: `--target web` has no number from 1 at its end, as in `web-02`\nexit 2\n");
    assertThat(deploy("shop", "--target", "web-00")).contains("has no number from 1 at its end");
    assertThat(deploy("shop", "--target", "web-2"))
        .contains("replicas of `web` are called `web-01` to `web-99`");
    assertThat(deploy("shop", "--target", "wbe-02")).contains("there is no VM `wbe`; did you mean");
    assertThat(deploy("shop", "db", "--target", "web-02"))
        .contains("`web-02` is no replica of `db`");
    assertThat(deploy("shop", "--target", "db-01"))
        .contains(
            "`vm db` has no `replicas`", "write `replicas 1` in it; its name is then `db-01`");
    assertThat(deploy("shop", "web-02"))
        .contains("there is no VM `web-02`", "named with `--target web-02`");
    assertThat(cluster.requests()).isEmpty();
  }

  @Test
  void otherReplicasCountForThisRunAndDeleteNothing() {
    answer(SUPPORT, SUPPORT);
    assertThat(deploy("--project", "shop", "--spec", "web", "--replicas", "5", "--no-wait"))
        .contains("[CREATED] VirtualMachine web-05\n");
    assertThat(deploy("shop", "web", "--replicas", "1", "--no-wait"))
        .doesNotContain("web-02")
        .endsWith("0 created, 0 updated, 3 left as they are\nexit 0\n");
    assertThat(cluster.names("VirtualMachine")).hasSize(5);
  }

  @Test
  void replicasNeedAVmAndASensibleNumber() {
    assertThat(deploy("shop", "--replicas", "2"))
        .contains("`--replicas` needs a VM")
        .endsWith("exit 2\n");
    assertThat(deploy("shop", "web", "--replicas", "0")).contains("a number from 1 to 99");
    assertThat(deploy("shop", "web", "--replicas", "2", "--target", "web-01")).contains("not both");
    assertThat(deploy("shop", "db", "--replicas", "2")).contains("`vm db` has no `replicas`");
    assertThat(deploy()).contains("name a project of the lab");
    assertThat(deploy("shpo")).contains("there is no project `shpo`; did you mean `shop`?");
    assertThat(deploy("shop", "--project", "shop")).contains("named twice");
  }

  @Test
  void aCountThatTheNetworkCannotHoldIsRefusedAsInTheLab() throws Exception {
    var lab = Files.readString(Path.of(SHOP)).replace("10.10.10.0/24", "10.10.10.0/28");
    var file =
        Files.writeString(folder.resolve("a.lab"), lab.replace("gateway", "first 2\n    gateway"));

    assertThat(commands.run("deploy", "shop", "web", "--lab", file.toString(), "--replicas", "40"))
        .contains("error[pool-exhausted]")
        .endsWith("the cluster was not asked\nexit 1\n");
    assertThat(cluster.requests()).isEmpty();
  }

  @Test
  void aLabWithErrorsReachesNoCluster() throws Exception {
    var lab = Files.writeString(folder.resolve("a.lab"), "openshift shop {\n  namespace A_B\n}\n");

    assertThat(commands.run("deploy", "shop", "--lab", lab.toString()))
        .contains("error[")
        .endsWith("the cluster was not asked\nexit 1\n");
    assertThat(cluster.requests()).isEmpty();
  }

  @Test
  void passwordsComeFromAFile() throws Exception {
    var file =
        Files.writeString(
            folder.resolve("p"), "root:x\r\ntech-support:" + SUPPORT + "\r\ndba:" + DBA + "\n");

    assertThat(deploy("shop", "--no-wait", "--password-file", file.toString()))
        .endsWith("exit 0\n");
    assertThat(userData("db-cloudinit")).contains("plain_text_passwd: 'it''s \"mine\" \\o/'\n");
    assertThat(deploy("shop", "--update", "--no-wait", "--password-file", file + "x"))
        .contains("cannot read `");
  }

  @Test
  void aLineAloneIsThePasswordOfTheOnlyAccount() {
    commands.environment.put("SECRET", SUPPORT);

    assertThat(deploy("shop", "web", "--no-wait", "--password-env", "SECRET")).endsWith("exit 0\n");
    assertThat(deploy("shop", "db", "--no-wait", "--password-env", "SECRET"))
        .endsWith(
            """
            error: the variable `SECRET` holds no password for `dba`
              = help: write a line `dba:PASSWORD`
            exit 74
            """);
    assertThat(deploy("shop", "db", "--password-env", "OTHER"))
        .contains("there is no environment variable `OTHER`");
  }

  @Test
  void withoutATerminalItSaysHowToGiveAPassword() {
    commands.hasTerminal = false;

    assertThat(deploy("shop", "web"))
        .isEqualTo(
            """
            error: the password of `tech-support` is needed, and there is no terminal to ask at
              = help: name a file with `--password-file FILE`, or an environment variable with `--password-env NAME`
            exit 74
            """);
    assertThat(cluster.writes()).isEmpty();
  }

  @Test
  void anEndOfTheInputMakesNothing() {
    answer(SUPPORT);

    assertThat(deploy("shop", "web")).endsWith("Again: \nerror: no password was typed\nexit 74\n");
    assertThat(cluster.writes()).isEmpty();
  }

  @Test
  void hashesWhereAHashIsWantedAndQuotesWhereNot() {
    deployed();

    assertThat(userData("web-cloudinit"))
        .contains(
            "passwd: \""
                + Sha2Crypt.sha512Crypt(
                    SUPPORT.getBytes(StandardCharsets.UTF_8), "$6$saltsaltsaltsalt")
                + "\"\n");
    assertThat(userData("db-cloudinit"))
        .contains(
            "plain_text_passwd: 'it''s \"mine\" \\o/'\n", "    passwd: \"$6$saltsaltsaltsalt$")
        .doesNotContain("homelabc:");
  }

  @Test
  void noSecretIsInAnyOutput() {
    cluster.refuse(
        "PATCH .*/db-cloudinit", 422, "Invalid", "Secret is invalid: data: " + DBA + SUPPORT);
    answer(DBA, DBA, SUPPORT, "wrong", SUPPORT, SUPPORT);

    var screen = deploy("shop");

    assertThat(screen)
        .contains("error: the cluster refuses Secret `db-cloudinit`: Invalid\n")
        .doesNotContain("it's", "mine", "correct", "battery", "sha256~token", "$6$");
  }

  @Test
  void waitsForEachVmAndTellsWhatChanges() {
    answer(SUPPORT, SUPPORT);
    commands.meanwhile.add(() -> importing("web-01", "12.00%"));
    commands.meanwhile.add(() -> {});
    commands.meanwhile.add(() -> ready("web-01"));

    assertThat(deploy("shop", "--target", "web-01"))
        .endsWith(
            """
            web-01: Created
            web-01: Provisioning, web-01-os: ImportInProgress 12.00%
            web-01: Running
            1 ready
            exit 0
            """);
  }

  @Test
  void anErrorThatLastsEndsTheWaitAndOneThatPassesDoesNot() {
    answer(SUPPORT, SUPPORT);
    commands.meanwhile.add(() -> phase("web-01", "ErrorUnschedulable"));
    commands.meanwhile.add(() -> importing("web-01", "1.00%"));
    commands.meanwhile.add(() -> phase("web-01", "ErrorUnschedulable"));

    assertThat(deploy("shop", "--target", "web-01"))
        .endsWith(
            """
            web-01: Created
            web-01: ErrorUnschedulable
            web-01: Provisioning, web-01-os: ImportInProgress 1.00%
            web-01: ErrorUnschedulable, web-01-os: ImportInProgress 1.00%
            error: `web-01` does not come up: ErrorUnschedulable, web-01-os: ImportInProgress 1.00%
            web-01: no node fits
              = help: `homelabc status shop` shows what the cluster says of it
            exit 1
            """);
  }

  @Test
  void aDiskThatIsTooSmallIsNamed() {
    answer(SUPPORT, SUPPORT);
    commands.meanwhile.add(() -> {
      importing("web-01", "N/A");
      phase("web-01", "DataVolumeError");
      cluster.status(
          "/apis/cdi.kubevirt.io/v1beta1/namespaces/shop-prod/datavolumes/web-01-os",
          """
          {phase: Failed, conditions: [{type: Running, status: "False", reason: Error,
            message: DataVolume too small to contain image}]}
          """);
    });

    assertThat(deploy("shop", "--target", "web-01"))
        .contains(
            "error: `web-01` does not come up: DataVolumeError, web-01-os: Failed\n",
            "web-01-os: DataVolume too small to contain image\n");
  }

  @Test
  void waitsForNoVmOfSomebodyElse() {
    cluster.put(
        "{apiVersion: kubevirt.io/v1, kind: VirtualMachine, metadata: {name: web-01, namespace:"
            + " shop-prod}}");
    answer(SUPPORT, SUPPORT);
    commands.meanwhile.add(() -> Stream.of("web-02", "web-03").forEach(this::ready));

    assertThat(deploy("shop", "web"))
        .contains("[SKIPPED] VirtualMachine web-01\n")
        .doesNotContain("web-01: ")
        .endsWith("2 ready\nexit 0\n");
  }

  @Test
  void givesUpInTime() {
    answer(SUPPORT, SUPPORT);

    assertThat(deploy("shop", "--target", "web-01", "--timeout", "10s"))
        .contains("error: `web-01` is not ready in time: Created\n")
        .endsWith("exit 1\n");
    assertThat(deploy("shop", "--timeout", "soon")).contains("`soon` is not a time like `90s`");
  }

  @Test
  void waitsByDefaultAtATerminalOnly() {
    commands.hasTerminal = false;
    commands.environment.put("P", SUPPORT);

    assertThat(deploy("shop", "web", "--password-env", "P")).endsWith("exit 0\n");
    assertThat(deploy("shop", "web", "--wait", "--timeout", "1s")).contains("is not ready in time");
  }

  private String deploy(String... words) {
    return commands.run(
        Stream.of(List.of("deploy"), List.of(words), List.of("--lab", SHOP))
            .flatMap(List::stream)
            .toArray(String[]::new));
  }

  private void deployed() {
    answer(DBA, DBA, SUPPORT, SUPPORT);
    assertThat(deploy("shop", "--no-wait"))
        .endsWith("7 created, 0 updated, 0 left as they are\nexit 0\n");
  }

  private void answer(String... answers) {
    commands.answers.addAll(List.of(answers));
  }

  private JsonNode vm(String name) {
    return cluster.get(VMS + name).orElseThrow();
  }

  private String userData(String secret) {
    var data = cluster.get(SECRETS + secret).orElseThrow().at("/data/userdata").asText();
    return new String(Base64.getDecoder().decode(data), StandardCharsets.UTF_8);
  }

  private void importing(String vm, String progress) {
    phase(vm, "Provisioning");
    cluster.disk(vm, "shop", "ImportInProgress", progress);
  }

  private void ready(String vm) {
    cluster.disk(vm, "shop", "Succeeded", "100.0%");
    cluster.status(
        VMS + vm, "{printableStatus: Running, conditions: [{type: Ready, status: \"True\"}]}");
  }

  private void phase(String vm, String phase) {
    cluster.status(
        VMS + vm,
        "{printableStatus: %s, conditions: [{type: Ready, status: \"False\", message: %s}]}"
            .formatted(phase, "no node fits"));
  }
}
