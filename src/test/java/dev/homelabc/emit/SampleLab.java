package dev.homelabc.emit;

import dev.homelabc.model.Lab;

/// Labs with one of each thing that becomes YAML.
public final class SampleLab {
  public static final String CLOUD_INIT =
      """
      cloud-init \"""
        #cloud-config
        ssh_pwauth: true
        users:
          - name: tech-support # the on-call team
            groups: [wheel]
            lock_passwd: false
            passwd: {{ password }}
        packages: [qemu-guest-agent]
        \"""
      """;

  public static final String AFFINITY =
      """
      affinity \"""
        nodeAffinity:
          requiredDuringSchedulingIgnoredDuringExecution:
            nodeSelectorTerms:
            - matchExpressions:
              - key: "rack"
                operator: "In"
                values: ["rack-01"]
        \"""
      """;

  private static final String SELECTOR = "node-selector {\nzone core\nhw-type high-mem\n}";

  /// Three replicas in a network with fixed addresses and one with DHCP.
  public static final String WEB =
      vm("web", "replicas 3", "network default mgmt-net", SELECTOR, AFFINITY, CLOUD_INIT);

  private static final String PROJECT =
      """
      openshift v-auto {
        namespace web
        storage-class ocs-storagecluster-ceph-rbd-virtualization
        network default {
          bridge br-ex
          vlan 30
          range 10.10.10.0/24
          gateway 10.10.10.1
          dns 10.10.10.2
        }
        network mgmt-net {
          bridge br-mgmt
          vlan 30
          mtu 9000
        }
        network overlay {
          kind layer2
        }
        network shared {
          kind existing
          nad infra/shared
          range 10.10.30.0/24
          gateway 10.10.30.1
        }
      }
      """;

  private static final String CLUSTER =
      """
      lab sample {
        dns 10.0.0.53
      }
      vlan services {
        id 20
        subnet 10.0.20.0/24
        gateway 10.0.20.1
      }
      host homelab {
        lan {
          address 192.168.0.15/24
        }
        ip services 10.0.20.5
      }
      vm k8s-master {
        on homelab
        vlan services
        ip 10.0.20.10
        mac 02:00:00:00:20:10
        vcpu 4
        memory 8GiB
      }
      cluster k8s {
        control-plane k8s-master
        worker homelab
        label homelab gpu amd
        label homelab node-type baremetal
      }
      """;

  private SampleLab() {}

  /// A VM of the project, with further lines.
  public static String vm(String name, String... lines) {
    return """
    vm %s {
      on v-auto
      vcpu 2
      memory 4GiB
      image https://images.example.com/rhel-9.6-x86_64-kvm.qcow2
      disk 40GiB
    %s
    }
    """
        .formatted(name, String.join("\n", lines));
  }

  /// The deployment `ollama`, with further lines.
  public static String ollama(String... lines) {
    return """
    deployment ollama {
      image docker.io/ollama/ollama:rocm
    %s
    }
    """
        .formatted(String.join("\n", lines));
  }

  /// A project and a cluster, with further declarations.
  public static Lab lab(String... declarations) {
    return Labs.of(PROJECT + CLUSTER + String.join("", declarations));
  }

  public static final String KEY =
      "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7bq admin";

  /// A lab with an SSH key.
  public static Lab keyed(String... declarations) {
    var cluster = CLUSTER.replace("lab sample {", "lab sample {\n  ssh-key \"" + KEY + "\"");
    return Labs.of(PROJECT + cluster + String.join("", declarations));
  }

  public static Lab lab() {
    return lab(
        WEB,
        ollama(
            "env OLLAMA_KEEP_ALIVE \"on\"",
            "port http {\ncontainer 11434\nnode 31434\n}",
            "host-path /var/lib/ollama /root/.ollama",
            "node-selector {\ngpu amd\nnode-type baremetal\n}",
            "privileged true"));
  }
}
