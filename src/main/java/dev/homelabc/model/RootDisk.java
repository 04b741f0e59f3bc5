package dev.homelabc.model;

import dev.homelabc.value.AccessMode;
import dev.homelabc.value.Size;
import java.util.Optional;

/// The disk of an OpenShift VM: a copy of an image.
///
/// @param checksum of an image with a URL, as `ALGORITHM:HEX`
/// @param accessMode where the lab says so; else CDI takes it from the storage class's profile
/// @param storageClass where the VM names one
public record RootDisk(
    Sourced<Image> image,
    Optional<Sourced<String>> checksum,
    Sourced<Size> size,
    Optional<Sourced<AccessMode>> accessMode,
    Optional<Sourced<String>> storageClass) {

  /// What the disk is copied from.
  public sealed interface Image {
    /// An image fetched over HTTP or HTTPS.
    record Url(String url) implements Image {}

    /// A containerDisk in a registry, without the `docker://` scheme.
    record Registry(String reference) implements Image {}

    /// Another disk.
    record Claim(String namespace, String name) implements Image {}

    /// A VolumeSnapshot.
    record Snapshot(String namespace, String name) implements Image {}

    /// What a DataSource of CDI points at, such as the newest boot image of a system.
    record DataSource(String namespace, String name) implements Image {}
  }
}
