package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.OpenShiftVm;
import dev.homelabc.model.RootDisk;
import dev.homelabc.model.RootDisk.Image;
import dev.homelabc.model.Sourced;
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
    String name, String namespace, Yaml.Mapping labels, Yaml.Mapping spec, boolean isOwn) {

  static DataVolumeView of(OpenShiftVm vm) {
    var project = vm.project().value();
    var disk = vm.disk();
    return new DataVolumeView(
        vm.name() + "-os",
        project.namespace().value().text(),
        Labels.of(vm),
        source(disk)
            .with(
                "storage",
                Yaml.mapping()
                    .with(
                        "storageClassName",
                        disk.storageClass()
                            .or(project::storageClass)
                            .map(it -> new Yaml.Text(it.value())))
                    .with(
                        "accessModes",
                        disk.accessMode()
                            .map(it -> new Yaml.ListOf(List.of(new Yaml.Text(it.toString())))))
                    .with(
                        "resources",
                        Yaml.mapping()
                            .with(
                                "requests",
                                Yaml.mapping().with("storage", quantity(disk.size().value()))))),
        disk.checksum().isPresent());
  }

  private static Yaml.Mapping source(RootDisk disk) {
    return switch (disk.image().value()) {
      case Image.Url(var url) ->
          source(
              "http",
              Yaml.mapping()
                  .with("url", url)
                  .with("checksum", disk.checksum().map(Sourced::value).map(Yaml.Text::new)));
      case Image.Registry(var reference) ->
          // The node pulls it, with the pull secrets, mirrors and certificates that the cluster
          // has.
          source(
              "registry",
              Yaml.mapping().with("url", "docker://" + reference).with("pullMethod", "node"));
      case Image.Claim(var namespace, var name) -> source("pvc", object(namespace, name));
      case Image.Snapshot(var namespace, var name) -> source("snapshot", object(namespace, name));
      case Image.DataSource(var namespace, var name) -> {
        var reference = Yaml.mapping().with("kind", "DataSource");
        yield Yaml.mapping()
            .with("sourceRef", reference.with("namespace", namespace).with("name", name));
      }
    };
  }

  private static Yaml.Mapping source(String kind, Yaml.Mapping of) {
    return Yaml.mapping().with("source", Yaml.mapping().with(kind, of));
  }

  private static Yaml.Mapping object(String namespace, String name) {
    return Yaml.mapping().with("namespace", namespace).with("name", name);
  }

  /// A Kubernetes quantity in the largest binary unit that divides it: `40Gi`.
  static String quantity(Size size) {
    return size.toString().replace("iB", "i");
  }
}
