package dev.homelabc.cli;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/// Which compiler this is, to the byte.
final class Identity {
  private Identity() {}

  /// SHA-256 over all classes, templates and libraries of this compiler, and its Java. Empty where
  /// it is not known: in a folder of classes, of which each may have changed by itself.
  static String ofThisProcess() {
    var digest = digest();
    return digest.isEmpty() || !isPackaged()
        ? ""
        : digest + " " + System.getProperty("java.vm.version");
  }

  /// What `Prelink.java` puts here when all classes are compiled.
  private static String digest() {
    return "";
  }

  private static boolean isPackaged() {
    try {
      var source = Identity.class.getProtectionDomain().getCodeSource();
      // Out of an archive of classes, and in a place that a person may not see, it has none.
      return source != null
          && source.getLocation() != null
          && Files.isRegularFile(Path.of(source.getLocation().toURI()));
    } catch (URISyntaxException e) {
      return false;
    }
  }
}
