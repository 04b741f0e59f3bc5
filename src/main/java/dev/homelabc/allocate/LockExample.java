package dev.homelabc.allocate;

import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The lab that codes about the lock take their examples from: one VM that leaves its address to
/// `auto`. The lock stands below it in comments, so that the whole is one text.
final class LockExample {
  private LockExample() {}

  /// The lab with these lines in its lock.
  static String of(String... lines) {
    return in("10.0.20.0/24", lines);
  }

  /// The same in another subnet.
  static String in(String subnet, String... lines) {
    return lab(subnet) + below("# homelab.lock:", lines);
  }

  /// The lab with a lock that may not change.
  static String locked(String... lines) {
    return lab("10.0.20.0/24") + below("# homelab.lock, with --locked:", lines);
  }

  private static String lab(String subnet) {
    return """
    host box

    vlan services {
      id 20
      subnet %s
    }

    vm web {
      vlan services
      ip auto
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
    }

    """
        .replace("%s", subnet);
  }

  private static String below(String title, String... lines) {
    return Stream.concat(Stream.of(title), Stream.of(lines).map(it -> "# " + it))
        .map(it -> it + "\n")
        .collect(Collectors.joining());
  }
}
