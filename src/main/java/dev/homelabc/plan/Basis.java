package dev.homelabc.plan;

import dev.homelabc.diagnostic.Message;
import java.util.Locale;

/// Why something costs what it costs. Each names where that was read.
public enum Basis {
  /// No file for a machine has it: it is for people, for the ledger or for homelabc itself.
  NO_OUTPUT,
  /// microvm.nix restarts a VM of its host when the host switches to another closure of it:
  /// `restartIfChanged`, which our trees turn on. Source: microvm.nix `nixos-modules/host`.
  RESTART_IF_CHANGED,
  /// An imperative VM is installed by itself and runs on until somebody restarts it. Source:
  /// microvm.nix `doc/src/packages.md` and `microvm.deploy.installOnHost`.
  INSTALLED_ALONE,
  /// microvm.nix makes an image where there is none, at the VM's start, and never changes its size
  /// or file system later. Source: microvm.nix `lib/volumes.nix`, issue 315; `preStart` of our own.
  IMAGE_ONCE,
  /// tmpfiles rules with `:` set mode and owner only when the folder is made, and no rule of ours
  /// deletes anything. Source: tmpfiles.d(5).
  FOLDER_ONCE,
  /// microvm.nix stops and deletes nothing of a VM that is no longer declared. Source: microvm.nix
  /// issues 302 and 508.
  LEFT_RUNNING,
  /// NixOS reloads networkd where only `.network` files changed. Source: nixpkgs
  /// `nixos/modules/system/boot/networkd.nix`, reloadTriggers.
  NETWORK_FILES,
  /// NixOS restarts networkd where a `.netdev` file changed; networkd neither deletes a device nor
  /// gives one that exists all new attributes. Source: nixpkgs `networkd.nix`, restartTriggers;
  /// systemd issues 23022 and 34907.
  NETDEV_FILES,
  /// A switch of a NixOS host starts, stops and restarts the services whose units differ. Source:
  /// `switch-to-configuration` of nixpkgs.
  SWITCH,
  /// Kernel, its parameters and the drivers that it loads early hold from the next boot. Source:
  /// `switch-to-configuration` of nixpkgs touches none of them.
  BOOT,
  /// KubeVirt stages what changes of a VM until its next start and marks it `RestartRequired`; with
  /// the rollout strategy `LiveUpdate` it adds CPU sockets and memory to a running one. Source:
  /// KubeVirt user guide, VM rollout strategies.
  VM_ROLLOUT,
  /// The run strategy is no part of the template: KubeVirt starts and stops the VM by it at once.
  /// Source: KubeVirt `pkg/virt-api/rest/lifecycle.go`.
  RUN_STRATEGY,
  /// The spec of a DataVolume cannot change, and what is changed in its template does not reach one
  /// that exists; a PVC can grow. Source: CDI `datavolume-validate.go`, KubeVirt issue 17872.
  DATA_VOLUME,
  /// The disk of a KubeVirt VM is owned by it and goes with it. Source: ownerReferences that
  /// KubeVirt and CDI set.
  OWNED_DISK,
  /// cloud-init runs once per instance, which is the firmware's UUID, which stays. Source: KubeVirt
  /// `pkg/cloud-init/cloud-init.go`.
  CLOUD_INIT_ONCE,
  /// A pod gets its networks when it starts, and so does a VM. Source: Multus reads the
  /// NetworkAttachmentDefinition when it is asked to add an interface.
  ATTACHED_AT_START,
  /// kubeadm reads its configuration at `init` and `join`, and upgrades one node at a time. Source:
  /// kubeadm's reference, v1beta4.
  KUBEADM,
  /// kubectl changes what differs: a Deployment replaces its pods where their template does, and
  /// what a folder no longer has stays in the cluster.
  APPLIED;

  public Message words() {
    return switch (this) {
      case NO_OUTPUT -> Message.of("no machine's configuration has it");
      case RESTART_IF_CHANGED ->
          Message.of("a switch of the host restarts the VMs whose closure it changes");
      case INSTALLED_ALONE -> Message.of("a VM that is installed by itself runs on as it was");
      case IMAGE_ONCE -> Message.of("the image of a volume is made once and not changed later");
      case FOLDER_ONCE ->
          Message.of("mode and owner of a folder are set when it is made, and none is deleted");
      case LEFT_RUNNING -> Message.of("nothing stops or deletes a VM that is no longer declared");
      case NETWORK_FILES -> Message.of("`.network` files are read again");
      case NETDEV_FILES -> Message.of("a changed `.netdev` file restarts systemd-networkd");
      case SWITCH -> Message.of("a switch of the host restarts the services that it changes");
      case BOOT -> Message.of("kernel, drivers and kernel parameters hold from the next boot");
      case VM_ROLLOUT -> Message.of("KubeVirt stages changes of a VM until its next start");
      case RUN_STRATEGY -> Message.of("KubeVirt follows the run strategy at once");
      case DATA_VOLUME -> Message.of("a DataVolume that exists cannot change, its PVC can grow");
      case OWNED_DISK -> Message.of("the disk of a KubeVirt VM is deleted with it");
      case CLOUD_INIT_ONCE -> Message.of("cloud-init runs once in a VM");
      case ATTACHED_AT_START -> Message.of("a VM gets its networks when it starts");
      case KUBEADM -> Message.of("kubeadm reads its configuration at `init` and `join` only");
      case APPLIED -> Message.of("kubectl applies what differs and deletes nothing");
    };
  }

  /// Its name in JSON: `restart-if-changed`.
  public String word() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
