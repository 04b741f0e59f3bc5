package dev.homelabc.emit.kubernetes;

import static dev.homelabc.emit.YamlReaders.at;
import static dev.homelabc.emit.YamlReaders.document;
import static dev.homelabc.emit.YamlReaders.documents;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.emit.SampleLab;
import dev.homelabc.model.Lab;
import dev.homelabc.output.OutputTree;
import dev.homelabc.output.RelPath;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class KubernetesFilesTest {
  private static String file(Lab lab, String name) {
    var draft = new OutputTree.Draft();
    KubernetesFiles.add(lab, draft);
    return Objects.requireNonNull(
        draft.tree().files().get(RelPath.of("kubernetes/k8s/" + name)), name);
  }

  private static Lab with(String... lines) {
    return SampleLab.lab(SampleLab.ollama(lines));
  }

  @Test
  void aDeploymentIsReachableOnItsNodePort() {
    var documents = documents(file(SampleLab.lab(), "ollama.yaml"));
    assertThat(documents).hasSize(2);
    var spec = at(documents.getFirst(), "spec.template.spec");
    assertThat(at(spec, "nodeSelector")).isEqualTo(Map.of("gpu", "amd", "node-type", "baremetal"));
    assertThat(at(spec, "containers.0"))
        .isEqualTo(
            Map.of(
                "name", "ollama",
                "image", "docker.io/ollama/ollama:rocm",
                "ports", List.of(Map.of("containerPort", 11434)),
                "env", List.of(Map.of("name", "OLLAMA_KEEP_ALIVE", "value", "on")),
                "volumeMounts",
                    List.of(Map.of("name", "host-path-1", "mountPath", "/root/.ollama")),
                "securityContext", Map.of("privileged", true)));
    assertThat(at(spec, "volumes.0.hostPath"))
        .isEqualTo(Map.of("path", "/var/lib/ollama", "type", "DirectoryOrCreate"));
    assertThat(at(documents.getFirst(), "spec.selector.matchLabels"))
        .isEqualTo(at(documents.get(1), "spec.selector"))
        .isEqualTo(Map.of("app", "ollama"));
    assertThat(at(documents.get(1), "spec.type")).isEqualTo("NodePort");
    assertThat(at(documents.get(1), "spec.ports"))
        .isEqualTo(
            List.of(Map.of("name", "http", "port", 11434, "targetPort", 11434, "nodePort", 31434)));
  }

  @Test
  void portsInsideTheClusterAreNotOpenedOnTheNodes() {
    var both = with("port web {\ncontainer 80\nnode 30080\n}", "port metrics {\ncontainer 9100\n}");
    var documents = documents(file(both, "ollama.yaml"));
    assertThat(at(documents.get(1), "metadata.name")).isEqualTo("ollama");
    assertThat((List<?>) at(documents.get(1), "spec.ports")).hasSize(1);
    assertThat(at(documents.get(2), "metadata.name")).isEqualTo("ollama-internal");
    assertThat(at(documents.get(2), "spec.type")).isEqualTo("ClusterIP");

    var inside = with("port web {\ncontainer 80\n}");
    assertThat(at(documents(file(inside, "ollama.yaml")).get(1), "metadata.name"))
        .isEqualTo("ollama");
  }

  @Test
  void aDeploymentWithoutPortsHasNoService() {
    assertThat(documents(file(with(), "ollama.yaml"))).hasSize(1);
  }

  @Test
  void kubernetesExpandsNothingInAValue() {
    var lab = with("env A \"$(HOME) $x\"", "env B \"pa$$word\"", "env C \"$${x} $\"");
    var env = at(document(file(lab, "ollama.yaml")), "spec.template.spec.containers.0.env");
    assertThat(at(env, "0.value")).isEqualTo("$$(HOME) $$x");
    assertThat(at(env, "1.value")).isEqualTo("pa$$$$word");
    assertThat(at(env, "2.value")).isEqualTo("${x} $");
  }

  @Test
  void kubeadmStartsOnTheControlPlaneNode() {
    var documents = documents(file(SampleLab.lab(), "kubeadm.conf"));
    assertThat(at(documents.getFirst(), "localAPIEndpoint"))
        .isEqualTo(Map.of("advertiseAddress", "10.0.20.10", "bindPort", 6443));
    assertThat(at(documents.getFirst(), "nodeRegistration.name")).isEqualTo("k8s-master");
    assertThat(documents.get(1))
        .isEqualTo(
            Map.of(
                "apiVersion",
                "kubeadm.k8s.io/v1beta4",
                "kind",
                "ClusterConfiguration",
                "clusterName",
                "k8s",
                "etcd",
                Map.of("local", Map.of("dataDir", "/var/lib/etcd/data")),
                "networking",
                Map.of("podSubnet", "10.244.0.0/16", "serviceSubnet", "10.96.0.0/12")));
    assertThat(file(SampleLab.lab(), "kubeadm.conf")).doesNotContainIgnoringCase("token");
  }

  @Test
  void aHostStartsTheControlPlaneUnderItsAddressInTheNodesVlan() {
    var lab =
        SampleLab.lab(
            """
            cluster big {
              version 1.34.2
              control-plane homelab k8s-master
            }
            """,
            SampleLab.ollama("cluster k8s"));
    var draft = new OutputTree.Draft();
    KubernetesFiles.add(lab, draft);
    var file = draft.tree().files().get(RelPath.of("kubernetes/big/kubeadm.conf"));
    var documents = documents(String.valueOf(file));
    assertThat(at(documents.getFirst(), "localAPIEndpoint.advertiseAddress"))
        .isEqualTo("10.0.20.5");
    assertThat(at(documents.get(1), "kubernetesVersion")).isEqualTo("v1.34.2");
    assertThat(at(documents.get(1), "controlPlaneEndpoint")).isEqualTo("10.0.20.5:6443");
  }

  @Test
  void theOthersJoinByADiscoveryFileUnderTheirAddresses() {
    var worker = document(file(SampleLab.lab(), "join/homelab.conf"));
    assertThat(worker)
        .isEqualTo(
            Map.of(
                "apiVersion",
                "kubeadm.k8s.io/v1beta4",
                "kind",
                "JoinConfiguration",
                "discovery",
                Map.of("file", Map.of("kubeConfigPath", "/etc/kubernetes/discovery.conf")),
                "nodeRegistration",
                Map.of(
                    "name", "homelab",
                    "criSocket", "unix:///run/containerd/containerd.sock",
                    "kubeletExtraArgs", List.of(Map.of("name", "node-ip", "value", "10.0.20.5")))));
  }

  @Test
  void eachNetworkPluginGetsThePodsNetworkAndTheRoomOfAPacket() {
    var lab =
        SampleLab.lab(
            """
            cluster green {
              control-plane homelab
              pod-cidr 10.210.0.0/16
              cni calico
            }
            cluster blue {
              control-plane homelab
              pod-cidr 10.211.0.0/16
              endpoint api.home.arpa
              cni cilium
            }
            """,
            SampleLab.ollama("cluster k8s"));
    var draft = new OutputTree.Draft();
    KubernetesFiles.add(lab, draft);
    var files = draft.tree().files();
    var calico =
        document(String.valueOf(files.get(RelPath.of("kubernetes/green/cni/calico.yaml"))));
    assertThat(at(calico, "spec.calicoNetwork.ipPools.0.cidr")).isEqualTo("10.210.0.0/16");
    assertThat(at(calico, "spec.calicoNetwork.mtu")).isEqualTo(1450);
    var cilium =
        document(String.valueOf(files.get(RelPath.of("kubernetes/blue/cni/cilium.values"))));
    assertThat(at(cilium, "k8sServiceHost")).isEqualTo("api.home.arpa");
    assertThat(at(cilium, "MTU")).isEqualTo(1500);
    var blue = documents(String.valueOf(files.get(RelPath.of("kubernetes/blue/kubeadm.conf"))));
    assertThat(at(blue.get(1), "controlPlaneEndpoint")).isEqualTo("api.home.arpa:6443");
    assertThat(file(SampleLab.lab(), "cni/flannel.yaml"))
        .contains("\"Network\": \"10.244.0.0/16\"");
  }

  @Test
  void nodesGetTheirLabels() {
    var node = document(file(SampleLab.lab(), "labels.node.yaml"));
    assertThat(at(node, "metadata"))
        .isEqualTo(
            Map.of("name", "homelab", "labels", Map.of("gpu", "amd", "node-type", "baremetal")));
  }
}
