package dev.homelabc.emit.openshift;

import static dev.homelabc.emit.YamlReaders.at;
import static dev.homelabc.emit.YamlReaders.document;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.homelabc.emit.Labs;
import dev.homelabc.emit.SampleLab;
import dev.homelabc.model.Lab;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class OpenShiftFilesTest {
  private static final String SPEC = "spec.template.spec.";

  private static OutputTree tree(Lab lab) {
    var draft = new OutputTree.Draft();
    OpenShiftFiles.add(lab, draft);
    return draft.tree();
  }

  private static Set<String> paths(Lab lab) {
    return tree(lab).files().keySet().stream().map(RelPath::text).collect(Collectors.toSet());
  }

  private static String file(Lab lab, String path) {
    return Objects.requireNonNull(
        tree(lab).files().get(RelPath.of("openshift/v-auto/" + path)), path);
  }

  private static Object vm(Lab lab, String name) {
    return document(file(lab, "vms/" + name + ".yaml"));
  }

  /// A lab with one VM of the project.
  private static Lab alone(String name, String... lines) {
    return SampleLab.lab(SampleLab.vm(name, lines));
  }

  @Test
  void everyObjectHasAFile() {
    assertThat(paths(SampleLab.lab()))
        .containsExactlyInAnyOrder(
            "openshift/v-auto/kustomization.yaml",
            "openshift/v-auto/networks/default.nad.yaml",
            "openshift/v-auto/networks/kustomization.yaml",
            "openshift/v-auto/networks/mgmt-net.nad.yaml",
            "openshift/v-auto/networks/overlay.nad.yaml",
            "openshift/v-auto/secrets/web-cloudinit.secret.yaml",
            "openshift/v-auto/vms/web-01.yaml",
            "openshift/v-auto/vms/web-02.yaml",
            "openshift/v-auto/vms/web-03.yaml");
  }

  @Test
  void aSecretThatAsksForAPasswordIsInNoKustomization() {
    assertThat(file(SampleLab.lab(), "kustomization.yaml")).doesNotContain("secret");
    assertThat(file(SampleLab.lab(), "networks/kustomization.yaml")).doesNotContain("secret");
  }

  @Test
  void aCompleteSecretIsAppliedWithItsVm() {
    var lab = alone("web", "network default", "cloud-init \"#cloud-config\\npackages: [vim]\\n\"");
    assertThat(at(document(file(lab, "kustomization.yaml")), "resources"))
        .isEqualTo(List.of("secrets/web-cloudinit.secret.yaml", "vms/web.yaml"));
  }

  @Test
  void replicasWithTextsOfTheirOwnHaveSecretsOfTheirOwn() {
    var lab = alone("web", "replicas 2", "cloud-init \"#cloud-config\\nhostname: ${name}\\n\"");
    assertThat(paths(lab))
        .contains(
            "openshift/v-auto/secrets/web-01-cloudinit.secret.yaml",
            "openshift/v-auto/secrets/web-02-cloudinit.secret.yaml")
        .doesNotContain("openshift/v-auto/secrets/web-cloudinit.secret.yaml");
  }

  @Test
  void anInstanceTypeStandsInPlaceOfCpusAndMemory() {
    var web =
        SampleLab.vm("web", "instance-type u1.medium", "preference fedora")
            .replace("  vcpu 2\n  memory 4GiB\n", "");
    var vm = vm(SampleLab.lab(web), "web");
    assertThat(at(vm, "spec.instancetype"))
        .isEqualTo(Map.of("kind", "VirtualMachineClusterInstancetype", "name", "u1.medium"));
    assertThat(at(vm, "spec.preference"))
        .isEqualTo(Map.of("kind", "VirtualMachineClusterPreference", "name", "fedora"));
    assertThat(((Map<?, ?>) at(vm, SPEC + "domain")).keySet())
        .isEqualTo(Set.of("firmware", "devices"));
  }

  @Test
  void aVmHasTheResourcesThatTheLabStates() {
    var vm = vm(SampleLab.lab(), "web-02");
    assertThat(at(vm, "spec.runStrategy")).isEqualTo("Always");
    assertThat(at(vm, SPEC + "domain.cpu"))
        .isEqualTo(Map.of("sockets", 2, "cores", 1, "threads", 1));
    assertThat(at(vm, SPEC + "domain.memory.guest")).isEqualTo("4Gi");
    assertThat(at(vm, SPEC + "architecture")).isEqualTo("amd64");
    assertThat(at(vm, "spec.dataVolumeTemplates.0.spec"))
        .isEqualTo(
            Map.of(
                "source",
                Map.of(
                    "http", Map.of("url", "https://images.example.com/rhel-9.6-x86_64-kvm.qcow2")),
                "storage",
                Map.of(
                    "storageClassName",
                    "ocs-storagecluster-ceph-rbd-virtualization",
                    "resources",
                    Map.of("requests", Map.of("storage", "40Gi")))));
    assertThat(at(vm, SPEC + "nodeSelector"))
        .isEqualTo(Map.of("zone", "core", "hw-type", "high-mem"));
  }

  @Test
  void theSameLabelsStandOnVmPodAndDisk() {
    var vm = vm(SampleLab.lab(), "web-01");
    var labels =
        Map.of(
            "app.kubernetes.io/managed-by", "homelabc",
            "app.kubernetes.io/part-of", "v-auto",
            "app.kubernetes.io/name", "web",
            "app.kubernetes.io/instance", "web-01");
    assertThat(at(vm, "metadata.labels")).isEqualTo(labels);
    assertThat(at(vm, "spec.template.metadata.labels")).isEqualTo(labels);
    assertThat(at(vm, "spec.dataVolumeTemplates.0.metadata.labels")).isEqualTo(labels);
  }

  /// The values that anyone can compute: `printf web/web-01/default | sha256sum`, and `uuidgen
  /// --sha1 -n "$(uuidgen --sha1 -n @dns -N homelabc.dev)" -N web/web-01`.
  @Test
  void identityComesFromTheNames() {
    var vm = vm(SampleLab.lab(), "web-01");
    assertThat(at(vm, SPEC + "domain.devices.interfaces.0.macAddress"))
        .isEqualTo("02:37:73:71:75:36");
    assertThat(at(vm, SPEC + "domain.devices.interfaces.1.macAddress"))
        .isEqualTo("02:44:b8:a2:b9:5e");
    assertThat(at(vm, SPEC + "domain.firmware"))
        .isEqualTo(
            Map.of(
                "uuid", "f3720ab9-15ad-5d8f-ad38-29028b04c445",
                "serial", "38a4bd02-cc64-5c6b-9e2c-39b77c600c79"));
  }

  @Test
  void aRangeGivesFixedAddressesAndTheOthersUseDhcp() {
    for (int i = 1; i <= 3; i++) {
      var vm = vm(SampleLab.lab(), "web-0" + i);
      var network = document((String) at(vm, SPEC + "volumes.1.cloudInitNoCloud.networkData"));
      assertThat(at(network, "ethernets.nic0.addresses"))
          .isEqualTo(List.of("10.10.10.10" + i + "/24"));
      assertThat(at(network, "ethernets.nic0.routes"))
          .isEqualTo(List.of(Map.of("to", "0.0.0.0/0", "via", "10.10.10.1")));
      assertThat(at(network, "ethernets.nic0.nameservers.addresses"))
          .isEqualTo(List.of("10.10.10.2"));
      assertThat(at(network, "ethernets.nic0.match.macaddress"))
          .isEqualTo(at(vm, SPEC + "domain.devices.interfaces.0.macAddress"));
      assertThat(at(network, "ethernets.nic1.dhcp4")).isEqualTo(true);
      assertThat(at(network, "ethernets.nic1.dhcp4-overrides.route-metric")).isEqualTo(500);
      assertThat(at(vm, "metadata.annotations").toString()).contains("10.10.10.10" + i + "/24");
    }
  }

  @Test
  void onlyTheFirstGatewayIsTheDefaultRoute() {
    var vm = vm(alone("web", "network default shared"), "web");
    var network = at(vm, SPEC + "volumes.1.cloudInitNoCloud.networkData");
    assertThat((String) network).containsOnlyOnce("to: 0.0.0.0/0").contains("10.10.30.101/24");
  }

  @Test
  void networkDataTooLongForTheVmStandsInASecret() {
    var networks = new StringBuilder();
    var names = new StringBuilder();
    for (int i = 0; i < 14; i++) {
      names.append(" net-").append(i);
      networks.append("network net-%d {\nbridge br\nrange 10.20.%d.0/24\n}\n".formatted(i, i));
    }
    var lab =
        Labs.of(
            "openshift v-auto {\n"
                + networks
                + "}\n"
                + SampleLab.vm("many", "network" + names, SampleLab.CLOUD_INIT));
    var cloudInit = at(vm(lab, "many"), SPEC + "volumes.1.cloudInitNoCloud");
    assertThat(cloudInit)
        .isEqualTo(
            Map.of(
                "secretRef", Map.of("name", "many-cloudinit"),
                "networkDataSecretRef", Map.of("name", "many-network")));
    var secret = document(file(lab, "secrets/many-network.secret.yaml"));
    assertThat((String) at(secret, "stringData.networkdata")).contains("nic13:", "10.20.13.101/24");
  }

  @Test
  void aVmWithoutNetworksJoinsThePodNetwork() {
    var vm = vm(alone("db", SampleLab.CLOUD_INIT), "db");
    assertThat(at(vm, SPEC + "networks.0.pod")).isEqualTo(Map.of());
    assertThat(at(vm, SPEC + "domain.devices.interfaces.0.masquerade")).isEqualTo(Map.of());
    assertThat(at(vm, SPEC + "volumes.1.cloudInitNoCloud"))
        .isEqualTo(Map.of("secretRef", Map.of("name", "db-cloudinit")));
  }

  @Test
  void aVmWithoutCloudInitHasNoSecret() {
    var attached = alone("db", "network default");
    assertThat(paths(attached)).noneMatch(path -> path.contains("secret"));
    assertThat(at(vm(attached, "db"), SPEC + "volumes.1.cloudInitNoCloud.userData"))
        .isEqualTo("#cloud-config\n");

    var pod = alone("db");
    assertThat((List<?>) at(vm(pod, "db"), SPEC + "volumes")).hasSize(1);
  }

  @Test
  void replicasAreSpreadBesideTheLabsOwnRules() {
    var affinity = at(vm(SampleLab.lab(), "web-01"), SPEC + "affinity");
    assertThat(
            at(
                affinity,
                "nodeAffinity.requiredDuringSchedulingIgnoredDuringExecution.nodeSelectorTerms.0.matchExpressions.0.values"))
        .isEqualTo(List.of("rack-01"));
    assertThat(
            at(
                affinity,
                "podAntiAffinity.preferredDuringSchedulingIgnoredDuringExecution.0.weight"))
        .isEqualTo(100);
  }

  @Test
  void theLabsOwnPodAntiAffinityStandsAlone() {
    var lab = alone("web", "replicas 2", "affinity \"podAntiAffinity: {}\"");
    assertThat(at(vm(lab, "web-01"), SPEC + "affinity"))
        .isEqualTo(Map.of("podAntiAffinity", Map.of()));
  }

  @Test
  void aSingleVmIsNotSpread() {
    assertThat(file(alone("db"), "vms/db.yaml")).doesNotContain("affinity");
  }

  @Test
  void networkDefinitionsCarryNoAddresses() throws JsonProcessingException {
    assertThat(config("default"))
        .isEqualTo(
            Map.of(
                "cniVersion", "0.3.1",
                "name", "web-default",
                "type", "ovn-k8s-cni-overlay",
                "topology", "localnet",
                "netAttachDefName", "web/default",
                "physicalNetworkName", "br-ex-physnet",
                "vlanID", 30));
    assertThat(config("mgmt-net"))
        .isEqualTo(
            Map.of(
                "cniVersion",
                "0.3.1",
                "name",
                "web-mgmt-net",
                "type",
                "bridge",
                "bridge",
                "br-mgmt",
                "vlan",
                30,
                "mtu",
                9000,
                "macspoofchk",
                true,
                "disableContainerInterface",
                true,
                "preserveDefaultVlan",
                false,
                "ipam",
                Map.of()));
    assertThat(config("overlay"))
        .isEqualTo(
            Map.of(
                "cniVersion", "0.3.1",
                "name", "web-overlay",
                "type", "ovn-k8s-cni-overlay",
                "topology", "layer2",
                "netAttachDefName", "web/overlay"));
  }

  private static Map<?, ?> config(String network) throws JsonProcessingException {
    var nad = document(file(SampleLab.lab(), "networks/" + network + ".nad.yaml"));
    return new ObjectMapper().readValue((String) at(nad, "spec.config"), Map.class);
  }

  @Test
  void anExistingNetworkIsOnlyReferredTo() {
    var vm = vm(alone("web", "network shared"), "web");
    assertThat(at(vm, SPEC + "networks.0.multus.networkName")).isEqualTo("infra/shared");
  }

  @Test
  void aVmsOwnStorageClassWins() {
    var lab =
        Labs.of(
            """
            openshift v-auto {
              storage-class slow
            }
            vm db {
              vcpu 1
              memory 1GiB
              disk 10GiB
              storage-class fast
              image registry quay.io/containerdisks/fedora:43
            }
            """);
    var spec = at(vm(lab, "db"), "spec.dataVolumeTemplates.0.spec");
    assertThat(at(spec, "storage.storageClassName")).isEqualTo("fast");
    assertThat(at(spec, "source"))
        .isEqualTo(
            Map.of(
                "registry",
                Map.of("url", "docker://quay.io/containerdisks/fedora:43", "pullMethod", "node")));
  }

  private static Lab imaged(String... lines) {
    var vm =
        SampleLab.vm("db", lines)
            .replace("  image https://images.example.com/rhel-9.6-x86_64-kvm.qcow2\n", "");
    return SampleLab.lab(vm);
  }

  private static Object diskOf(Lab lab) {
    return at(vm(lab, "db"), "spec.dataVolumeTemplates.0.spec");
  }

  @Test
  void aDiskIsCopiedFromAnotherOneOrFromASnapshot() {
    assertThat(at(diskOf(imaged("image pvc golden")), "source"))
        .isEqualTo(Map.of("pvc", Map.of("namespace", "web", "name", "golden")));
    assertThat(at(diskOf(imaged("image snapshot images/golden.2")), "source"))
        .isEqualTo(Map.of("snapshot", Map.of("namespace", "images", "name", "golden.2")));
  }

  @Test
  void aDataSourceIsNoSourceButAReferenceToOne() {
    var spec = diskOf(imaged("image source-ref openshift-virtualization-os-images/rhel9"));
    assertThat(at(spec, "sourceRef"))
        .isEqualTo(
            Map.of(
                "kind",
                "DataSource",
                "namespace",
                "openshift-virtualization-os-images",
                "name",
                "rhel9"));
    assertThat(((Map<?, ?>) spec).keySet()).isEqualTo(Set.of("sourceRef", "storage"));
  }

  @Test
  void aStatedAccessModeTakesThePlaceOfTheProfiles() {
    assertThat(at(diskOf(imaged("image pvc a", "access-mode ReadWriteMany")), "storage"))
        .isEqualTo(
            Map.of(
                "storageClassName",
                "ocs-storagecluster-ceph-rbd-virtualization",
                "accessModes",
                List.of("ReadWriteMany"),
                "resources",
                Map.of("requests", Map.of("storage", "40Gi"))));
  }

  @Test
  void aDiskWithAChecksumIsAnObjectOfItsOwnThatIsAppliedBeforeItsVm() {
    var sum = "sha256:" + "0f".repeat(32);
    var lab = alone("db", "checksum " + sum);
    var vm = vm(lab, "db");
    assertThat(((Map<?, ?>) at(vm, "spec")).containsKey("dataVolumeTemplates")).isFalse();
    assertThat(at(vm, SPEC + "volumes.0.dataVolume.name")).isEqualTo("db-os");
    var disk = document(file(lab, "disks/db-os.yaml"));
    assertThat(at(disk, "kind")).isEqualTo("DataVolume");
    assertThat(at(disk, "metadata.name")).isEqualTo("db-os");
    assertThat(at(disk, "metadata.namespace")).isEqualTo("web");
    assertThat(at(disk, "metadata.labels")).isEqualTo(at(vm, "metadata.labels"));
    assertThat(at(disk, "spec.source.http.checksum")).isEqualTo(sum);
    assertThat(at(document(file(lab, "kustomization.yaml")), "resources"))
        .isEqualTo(List.of("disks/db-os.yaml", "vms/db.yaml"));
  }

  @Test
  void gpusAndTheEvictionStrategyAreAsTheLabStatesThem() {
    var lab = alone("db", "gpu a nvidia.com/A10", "gpu b nvidia.com/A10", "eviction None");
    var vm = vm(lab, "db");
    assertThat(at(vm, SPEC + "domain.devices.gpus"))
        .isEqualTo(
            List.of(
                Map.of("name", "a", "deviceName", "nvidia.com/A10"),
                Map.of("name", "b", "deviceName", "nvidia.com/A10")));
    assertThat(at(vm, SPEC + "evictionStrategy")).isEqualTo("None");
    assertThat(((Map<?, ?>) at(vm(alone("db"), "db"), SPEC + "domain.devices")).keySet())
        .isEqualTo(Set.of("rng", "disks", "interfaces"));
  }

  @Test
  void aServiceFindsTheVmsOfThePodNetworkByTheirLabels() {
    var lab = alone("web", "replicas 2", "port http 80", "port media 5000-5001/udp");
    var service = document(file(lab, "services/web.yaml"));
    var labels = (Map<?, ?>) at(vm(lab, "web-02"), "spec.template.metadata.labels");
    assertThat((Map<?, ?>) at(service, "spec.selector"))
        .isNotEmpty()
        .allSatisfy((key, value) -> assertThat(labels.get(key)).isEqualTo(value));
    assertThat(at(service, "spec.ports"))
        .isEqualTo(
            List.of(
                Map.of("name", "http", "protocol", "TCP", "port", 80),
                Map.of("name", "media-5000", "protocol", "UDP", "port", 5000),
                Map.of("name", "media-5001", "protocol", "UDP", "port", 5001)));
    assertThat(paths(lab)).noneMatch(it -> it.contains("endpoints"));
    assertThat(at(document(file(lab, "kustomization.yaml")), "resources"))
        .isEqualTo(List.of("vms/web-01.yaml", "vms/web-02.yaml", "services/web.yaml"));
  }

  @Test
  void aServiceElsewhereHasTheAddressesThatTheLabFixes() {
    var lab = alone("web", "replicas 2", "network mgmt-net default", "port http 80");
    var service = document(file(lab, "services/web.yaml"));
    assertThat(((Map<?, ?>) at(service, "spec")).keySet()).isEqualTo(Set.of("ports"));
    var slice = document(file(lab, "services/web.endpoints.yaml"));
    assertThat(((Map<?, ?>) at(slice, "metadata.labels")).get("kubernetes.io/service-name"))
        .isEqualTo(at(service, "metadata.name"));
    assertThat(at(slice, "ports")).isEqualTo(at(service, "spec.ports"));
    assertThat(at(slice, "endpoints"))
        .isEqualTo(
            List.of(
                Map.of("addresses", List.of("10.10.10.101"), "conditions", Map.of("ready", true)),
                Map.of("addresses", List.of("10.10.10.102"), "conditions", Map.of("ready", true))));
  }

  @Test
  void whatNobodyCallsHasNoService() {
    assertThat(paths(alone("web"))).noneMatch(it -> it.contains("services/"));
  }

  @Test
  void onlyAVmWithTheGuestAgentIsAskedWhetherItIsReady() {
    var asked = (Map<?, ?>) at(vm(alone("db", "guest-agent"), "db"), "spec.template.spec");
    assertThat(at(asked, "readinessProbe.guestAgentPing")).isEqualTo(Map.of());
    var mute = (Map<?, ?>) at(vm(alone("db"), "db"), "spec.template.spec");
    assertThat(mute.containsKey("readinessProbe")).isFalse();
  }

  @Test
  void theKeysOfTheLabReachItsVmsThroughASecretThatIsNone() {
    var lab = SampleLab.keyed(SampleLab.vm("db"));
    var secret = document(file(lab, "secrets/v-auto-ssh-keys.secret.yaml"));
    assertThat(at(secret, "stringData")).isEqualTo(Map.of("key-1", SampleLab.KEY));
    var vm = vm(lab, "db");
    assertThat(at(vm, SPEC + "accessCredentials.0.sshPublicKey.source.secret.secretName"))
        .isEqualTo(at(secret, "metadata.name"));
    assertThat(at(vm, SPEC + "volumes.1.cloudInitNoCloud.userData")).isEqualTo("#cloud-config\n");
    assertThat(at(document(file(lab, "kustomization.yaml")), "resources"))
        .isEqualTo(List.of("secrets/v-auto-ssh-keys.secret.yaml", "vms/db.yaml"));
  }

  @Test
  void argoCdAppliesNetworksAndSecretsFirstAndWaitsForNoVm() {
    var text =
        """
        openshift shop {
          argo-cd {
            repository git@git.example.com:lab.git
            path lab/out
          }
          network lan {
            bridge br1
            range 10.9.0.0/24
          }
        }
        vm web {
          vcpu 1
          memory 1GiB
          disk 10GiB
          image https://images.example.com/a.qcow2
          checksum md5:0123456789abcdef0123456789abcdef
          network lan
          port http 80
          cloud-init "#cloud-config\\n"
        }
        """;
    var tree = tree(Labs.of(text));
    var waves = new TreeMap<String, Object>();
    tree.files()
        .forEach((path, content) -> {
          if (!path.text().endsWith("kustomization.yaml")) {
            var metadata = (Map<?, ?>) at(document(content), "metadata");
            if (metadata.get("annotations") instanceof Map<?, ?> annotations
                && annotations.get("argocd.argoproj.io/sync-wave") instanceof String wave) {
              waves.put(path.text().replace("openshift/shop/", ""), wave);
            }
          }
        });
    assertThat(waves)
        .isEqualTo(
            Map.of(
                "argocd/networks.yaml", "-2",
                "networks/lan.nad.yaml", "-2",
                "secrets/web-cloudinit.secret.yaml", "-1"));
    var application =
        document(
            Objects.requireNonNull(
                tree.files().get(RelPath.of("openshift/shop/argocd/networks.yaml"))));
    assertThat(at(application, "spec.source.path")).isEqualTo("lab/out/openshift/shop/networks");
    assertThat(at(application, "spec.source.targetRevision")).isEqualTo("HEAD");
  }
}
