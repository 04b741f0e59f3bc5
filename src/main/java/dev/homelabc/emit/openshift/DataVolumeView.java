package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.RootDisk;
import dev.homelabc.model.RootDisk.Image;
import dev.homelabc.model.Sourced;
import dev.homelabc.value.Name;
import dev.homelabc.value.Size;
import java.util.List;

/// The DataVolume that fills a VM's disk.
///
/// Its `storage`, unlike `pvc`, lets CDI add what the file system of the claim takes and look up
/// what the storage class can do.
///
/// @param name of the PVC too
/// @param isOwn whether it is an object of its own: a checksum is newer (CDI 1.65) than what
///   KubeVirt 1.9 takes for a template in the VM
record DataVolumeView(
    Sourced<String> name, Sourced<Name> namespace, Yaml.Mapping labels, Yaml spec, boolean isOwn) {

  static DataVolumeView of(OpenShiftVm vm) {
    var project = vm.project().value();
    var disk = vm.disk();
    return new DataVolumeView(
        vm.named().map(it -> it + "-os"),
        project.namespace(),
        Labels.of(vm),
        source(disk)
            .with(
                "storage",
                Yaml.mapping()
                    .with(
                        "storageClassName",
                        disk.storageClass().or(project::storageClass).map(Yaml::text))
                    .with(
                        "accessModes",
                        disk.accessMode().map(it -> new Yaml.ListOf(List.of(Yaml.text(it)))))
                    .with(
                        "resources",
                        Yaml.mapping()
                            .with(
                                "requests",
                                Yaml.mapping()
                                    .with("storage", disk.size().map(DataVolumeView::quantity))))),
        disk.checksum().isPresent());
  }

  private static Yaml.Mapping source(RootDisk disk) {
    var image = disk.image();
    return switch (image.value()) {
      case Image.Url(var url) ->
          source(
              "http",
              Yaml.mapping()
                  .with("url", image.map(_ -> url))
                  .with("checksum", disk.checksum().map(Yaml::text)));
      case Image.Registry(var reference) ->
          // The node pulls it, with the pull secrets, mirrors and certificates that the cluster
          // has.
          source(
              "registry",
              Yaml.mapping()
                  .with("url", image.map(_ -> "docker://" + reference))
                  .with("pullMethod", image.map(_ -> "node")));
      case Image.Claim(var namespace, var name) ->
          source("pvc", object(Yaml.mapping(), image, namespace, name));
      case Image.Snapshot(var namespace, var name) ->
          source("snapshot", object(Yaml.mapping(), image, namespace, name));
      case Image.DataSource(var namespace, var name) -> {
        var reference = Yaml.mapping().with("kind", image.map(_ -> "DataSource"));
        yield Yaml.mapping().with("sourceRef", object(reference, image, namespace, name));
      }
    };
  }

  private static Yaml.Mapping source(String kind, Yaml.Mapping of) {
    return Yaml.mapping().with("source", Yaml.mapping().with(kind, of));
  }

  private static Yaml.Mapping object(
      Yaml.Mapping start, Sourced<Image> image, String namespace, String name) {
    return start.with("namespace", image.map(_ -> namespace)).with("name", image.map(_ -> name));
  }

  /// A Kubernetes quantity in the largest binary unit that divides it: `40Gi`.
  static String quantity(Size size) {
    return size.toString().replace("iB", "i");
  }
}
