package dev.homelabc.bundle;

import dev.homelabc.bundle.Need.Kind;
import dev.homelabc.diagnostic.JsonText;
import dev.homelabc.emit.kubernetes.Release;
import dev.homelabc.emit.nix.KubeNodes;
import dev.homelabc.model.Cluster;
import dev.homelabc.model.Lab;
import dev.homelabc.model.RootDisk;
import dev.homelabc.model.RootDisk.Image;
import dev.homelabc.model.Sourced;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/// What has to be brought to a place without a network, sorted by kind and reference; as far as a
/// lab can know it.
///
/// Of kubeadm's own images those are known whose version is that of the cluster. What manifests and
/// charts name stands in them.
record ImageList(List<Need> needs) {
  private static final List<String> VERSIONED =
      List.of("kube-apiserver", "kube-controller-manager", "kube-proxy", "kube-scheduler");

  ImageList {
    needs = List.copyOf(needs);
  }

  static ImageList of(Lab lab) {
    var list = new Draft();
    for (var vm : lab.openShiftVms()) {
      list.add(disk(vm.disk()), "vm " + vm.group());
    }
    for (var deployment : lab.deployments()) {
      list.add(Kind.CONTAINER, deployment.image().value(), "deployment " + deployment.name());
    }
    for (var cluster : lab.clusters()) {
      var user = "cluster " + cluster.name();
      list.add(Kind.CONTAINER, KubeNodes.pause(lab), user);
      kubeadm(cluster).forEach(image -> list.add(Kind.CONTAINER, image, user));
      var plugin = Release.of(cluster.cni().value());
      plugin.manifests().forEach(url -> list.add(Kind.MANIFEST, url, user));
      plugin.chart().ifPresent(chart -> list.add(Kind.CHART, chart.archive(), user));
    }
    return new ImageList(List.copyOf(list.needs.values()));
  }

  /// Names and tags as in cmd/kubeadm/app/images of Kubernetes.
  private static List<String> kubeadm(Cluster cluster) {
    return cluster.version().stream()
        .flatMap(version ->
            VERSIONED.stream().map(name -> "registry.k8s.io/" + name + ":v" + version.value()))
        .toList();
  }

  private static Need disk(RootDisk disk) {
    return switch (disk.image().value()) {
      case Image.Url(var url) ->
          new Need(Kind.DISK, url, disk.checksum().map(Sourced::value), new TreeSet<>());
      case Image.Registry(var reference) -> need(Kind.CONTAINER_DISK, reference);
      case Image.Claim(var namespace, var name) -> need(Kind.CLAIM, namespace + "/" + name);
      case Image.Snapshot(var namespace, var name) -> need(Kind.SNAPSHOT, namespace + "/" + name);
      case Image.DataSource(var namespace, var name) ->
          need(Kind.DATA_SOURCE, namespace + "/" + name);
    };
  }

  private static Need need(Kind kind, String reference) {
    return new Need(kind, reference, Optional.empty(), new TreeSet<>());
  }

  /// A list in the making, in which each thing stands once.
  private static final class Draft {
    private static final Comparator<Need> ORDER =
        Comparator.comparing(Need::kind)
            .thenComparing(Need::reference)
            .thenComparing(it -> it.checksum().orElse(""));

    private final TreeMap<Need, Need> needs = new TreeMap<>(ORDER);

    void add(Kind kind, String reference, String user) {
      add(need(kind, reference), user);
    }

    void add(Need need, String user) {
      needs.merge(need, need.by(user), (before, _) -> before.by(user));
    }
  }

  Set<Kind> kinds() {
    return new TreeSet<>(needs.stream().map(Need::kind).toList());
  }

  /// A line for each, with blanks between its three words, below a comment that says who uses it.
  String text() {
    var text = new StringBuilder();
    text.append("# What this lab needs when it is deployed, and this archive does not hold:\n");
    text.append("# KIND REFERENCE CHECKSUM, and `-` where the lab states no checksum.\n");
    var above = "";
    for (var need : needs) {
      var users = String.join(", ", need.users());
      if (!users.equals(above)) {
        text.append("\n# ").append(users).append('\n');
        above = users;
      }
      text.append(need.kind()).append(' ').append(need.reference()).append(' ');
      text.append(need.checksum().orElse("-")).append('\n');
    }
    return text.toString();
  }

  /// The same for programs: `{ "images": [ { "kind", "reference", "checksum", "users" } ] }`.
  String json() {
    return JsonText.of(json -> {
      json.writeArrayFieldStart("images");
      for (var need : needs) {
        json.writeStartObject();
        json.writeStringField("kind", need.kind().toString());
        json.writeStringField("reference", need.reference());
        if (need.checksum().isPresent()) {
          json.writeStringField("checksum", need.checksum().get());
        } else {
          json.writeNullField("checksum");
        }
        json.writeArrayFieldStart("users");
        for (var user : need.users()) {
          json.writeString(user);
        }
        json.writeEndArray();
        json.writeEndObject();
      }
      json.writeEndArray();
    });
  }
}
