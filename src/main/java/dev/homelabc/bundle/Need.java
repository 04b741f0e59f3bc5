package dev.homelabc.bundle;

import java.util.Collections;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;

/// Something that a lab fetches when it is deployed, and that no tree holds.
///
/// @param reference where it is, without blanks; for a chart `REPOSITORY/NAME-VERSION.tgz`
/// @param checksum `ALGORITHM:HEX` as the lab states it
/// @param users who fetches it, as `vm web`
record Need(Kind kind, String reference, Optional<String> checksum, SortedSet<String> users) {
  /// What it is, and so how it is brought.
  enum Kind {
    /// The image of a disk at an HTTP URL.
    DISK("disk"),
    /// The image of a disk in a registry.
    CONTAINER_DISK("container-disk"),
    /// A container image.
    CONTAINER("container"),
    /// Kubernetes objects at an HTTP URL, which name further images.
    MANIFEST("manifest"),
    /// A Helm chart, which names further images.
    CHART("chart"),
    /// A disk in the cluster, as `NAMESPACE/NAME`.
    CLAIM("pvc"),
    /// A VolumeSnapshot in the cluster, likewise.
    SNAPSHOT("snapshot"),
    /// A DataSource of CDI in the cluster, likewise.
    DATA_SOURCE("source-ref");

    private final String word;

    Kind(String word) {
      this.word = word;
    }

    @Override
    public String toString() {
      return word;
    }
  }

  Need {
    users = Collections.unmodifiableSortedSet(new TreeSet<>(users));
  }

  /// The same for one more user.
  Need by(String user) {
    var all = new TreeSet<>(users);
    all.add(user);
    return new Need(kind, reference, checksum, all);
  }
}
