package dev.homelabc.model;

import dev.homelabc.diagnostic.Message;
import dev.homelabc.model.RootDisk.Image;
import dev.homelabc.schema.Types;
import dev.homelabc.value.AccessMode;
import dev.homelabc.value.Size;
import java.util.Optional;
import java.util.function.BiFunction;

/// Binds the disk of an OpenShift VM.
///
/// @param namespace of what an image names without one
record RootDiskBinder(Values vm, String namespace) {

  /// Empty if the VM has no usable image or size.
  Optional<RootDisk> bind() {
    var image = image();
    var size = vm.required("disk", Size.class, "disk 40GiB");
    if (image.filter(it -> !(it.value() instanceof Image.Url)).isPresent()) {
      vm.idle("checksum", Message.of("an `image` with a URL"));
    }
    if (image.isEmpty() || size.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new RootDisk(
            image.get(),
            vm.one("checksum", String.class),
            size.get(),
            vm.one("access-mode", AccessMode.class),
            vm.one("storage-class", String.class)));
  }

  private Optional<Sourced<Image>> image() {
    var entry = vm.fields().one("image");
    if (entry.isEmpty()) {
      vm.missing("image", "image https://images.example.com/rhel.qcow2");
      return Optional.empty();
    }
    if (entry.get().arguments().size() == 1) {
      return vm.argument(entry.get(), 0, String.class).map(it -> it.map(Image.Url::new));
    }
    return vm.argument(entry.get(), 0, String.class)
        .flatMap(kind ->
            switch (kind.value()) {
              case "registry" ->
                  vm.argument(entry.get(), 1, String.class).map(it -> it.map(Image.Registry::new));
              case "pvc" -> object(entry.get(), Image.Claim::new);
              case "snapshot" -> object(entry.get(), Image.Snapshot::new);
              case "source-ref" -> object(entry.get(), Image.DataSource::new);
              default -> throw new IllegalStateException("a kind of the schema: " + kind);
            });
  }

  private Optional<Sourced<Image>> object(Entry entry, BiFunction<String, String, Image> image) {
    return vm.argument(entry, 1, Types.OBJECT)
        .map(reference ->
            reference.map(text -> {
              int slash = text.indexOf('/');
              return slash < 0
                  ? image.apply(namespace, text)
                  : image.apply(text.substring(0, slash), text.substring(slash + 1));
            }));
  }
}
