package dev.homelabc.schema;

import static dev.homelabc.schema.LabKinds.DESCRIPTION;
import static dev.homelabc.schema.Line.block;
import static dev.homelabc.schema.Line.flag;
import static dev.homelabc.schema.Line.line;
import static dev.homelabc.schema.Line.list;
import static dev.homelabc.schema.Line.named;
import static dev.homelabc.schema.Line.value;
import static dev.homelabc.schema.Parameter.many;
import static dev.homelabc.schema.Parameter.one;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.value.ClusterKind;
import dev.homelabc.value.Cni;
import dev.homelabc.value.LinkKind;
import java.util.List;

/// Kubernetes clusters, OpenShift projects, and what runs in a cluster.
final class ClusterKinds {
  static final List<Property> CLUSTER =
      List.of(
          DESCRIPTION,
          value(
                  "kind",
                  "What makes it.",
                  Types.choice(Message.of("a kind of cluster"), ClusterKind.class))
              .standard("kubeadm"),
          value(
                  "version",
                  "Kubernetes release, of the minor release that the flake's nixpkgs has.",
                  Types.form(Message.of("a Kubernetes release"), "1.34.2", "1\\.[0-9]+\\.[0-9]+"))
              .otherwise("that of nixpkgs"),
          list(
                  "control-plane",
                  "Nodes of the control plane; the first one initialises it.",
                  "NODE",
                  Types.NODE)
              .required(),
          list("worker", "Nodes for workloads.", "NODE", Types.NODE),
          value("pod-cidr", "Network of the pods.", Types.CIDR).standard("10.244.0.0/16"),
          value("service-cidr", "Network of the services.", Types.CIDR).standard("10.96.0.0/12"),
          value("cni", "Network plugin.", Types.choice(Message.of("a network plugin"), Cni.class))
              .standard("flannel"),
          value(
                  "endpoint",
                  "Address or name under which all nodes reach the API server, at port 6443.",
                  Types.HOST_NAME)
              .otherwise("that of the first control plane node"),
          line(
                  "label",
                  "A label of a node.",
                  new Body.None(),
                  one("NODE", Types.NODE),
                  one("KEY", Types.LABEL_KEY),
                  one("VALUE", Types.LABEL_VALUE))
              .appended());

  static final List<Property> OPENSHIFT =
      List.of(
          DESCRIPTION,
          value("namespace", "Namespace.", Types.NAME).standard("${name}"),
          value("storage-class", "Storage class of disks that name none.", Types.KUBERNETES_NAME)
              .otherwise("the cluster's"),
          named(
              "network",
              "A secondary network that its VMs may use.",
              value(
                      "kind",
                      "How it reaches the nodes.",
                      Types.choice(Message.of("a kind of network"), LinkKind.class))
                  .otherwise("`localnet` for bridge `br-ex`, `linux-bridge` for others"),
              value("bridge", "Bridge on the nodes.", Types.INTERFACE),
              value("physical", "Bridge mapping of a localnet.", Types.KUBERNETES_NAME)
                  .otherwise("BRIDGE-physnet"),
              value(
                  "nad",
                  "An existing NetworkAttachmentDefinition.",
                  Types.form(
                      Message.of("NAMESPACE/NAME"), "web/default", "[a-z0-9-]+/[a-z0-9.-]+")),
              value(
                  "vlan",
                  "IEEE 802.1Q id, 1 to 4094, or a VLAN of the lab, whose subnet and gateway hold"
                      + " here too.",
                  Types.form(
                      Message.of("a VLAN id or the name of a VLAN"),
                      "services",
                      "[a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?")),
              value("mtu", "Largest packet.", Types.MTU)
                  .otherwise("that of the VLAN that it names"),
              value("range", "Its IPv4 network; without one its VMs use DHCP.", Types.CIDR),
              value("gateway", "Address of the router.", Types.GATEWAY),
              list("dns", "DNS servers.", "ADDRESS", Types.IP),
              value("first", "Offset of a VM's address in the range.", Types.PORT_NUMBER)
                  .standard("101")),
          line(
                  "node-label",
                  "A label that its nodes have, with its values; VMs may then select by no others.",
                  new Body.None(),
                  one("KEY", Types.LABEL_KEY),
                  many("VALUE", Types.LABEL_VALUE))
              .keyed(),
          block(
                  "argo-cd",
                  "The Git repository from which Argo CD applies the project.",
                  value("repository", "Its URL.", Types.REPOSITORY).required(),
                  value("revision", "Branch, tag or commit.", Types.REVISION).standard("HEAD"),
                  value("path", "The output folder in it.", Types.MODULE.like("out"))
                      .standard("out"),
                  value("namespace", "Where Argo CD runs.", Types.NAME)
                      .standard("openshift-gitops"),
                  value("project", "Argo CD's own project.", Types.KUBERNETES_NAME)
                      .standard("default"))
              .otherwise("no files for Argo CD"),
          list(
              "image-mirror",
              "Where the images lie that its cluster can reach; others are warned of.",
              "URL",
              Types.URL));

  static final List<Property> DEPLOYMENT =
      List.of(
          DESCRIPTION,
          value(
                  "cluster",
                  "The cluster that runs it.",
                  Types.reference(Message.of("the name of a cluster"), "k8s", "cluster"))
              .otherwise("the only one there is"),
          value("image", "Container image.", Types.IMAGE).required(),
          value("replicas", "Number of pods.", Types.whole(0, 1000)).standard("1"),
          named(
              "port",
              "A port of the container, offered by a Service.",
              value("container", "Port in the container.", Types.PORT_NUMBER).required(),
              value("node", "NodePort on every node.", Types.PORT_NUMBER)),
          line(
                  "env",
                  "An environment variable.",
                  new Body.None(),
                  one(
                      "KEY",
                      Types.form(
                          Message.of("a variable name"),
                          "OLLAMA_HOST",
                          "[-._a-zA-Z][-._a-zA-Z0-9]*")),
                  one("VALUE", Types.TEXT.like("\"0.0.0.0:11434\"")))
              .keyed(),
          line(
              "node-selector",
              "Labels that its node must all have.",
              new Body.Pairs(Types.LABEL_KEY, Types.LABEL_VALUE)),
          line(
                  "host-path",
                  "A folder of the node, mounted into the container.",
                  new Body.None(),
                  one("SOURCE", Types.PATH),
                  one("MOUNT", Types.PATH))
              .keyed(),
          flag("privileged", "Whether the container has the node's rights.").standard("false"));

  private ClusterKinds() {}
}
