package dev.homelabc.house;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The order of the packages, and who may see the machine.
final class Layers {
  /// Each package may use those above it, and itself. Sub-packages count as their parent.
  static final List<String> ORDER =
      List.of(
          "work",
          "source",
          "diagnostic",
          "syntax",
          "value",
          "schema",
          "format",
          "model",
          "allocate",
          "rule",
          "output",
          "starter",
          "emit",
          "compiler",
          "blame",
          "verify",
          "graph",
          "adopt",
          "bundle",
          "move",
          "cluster",
          "plan",
          "review",
          "golden",
          "cli");

  /// The generated parser: an internal matter of one package.
  private static final String GENERATED = "syntax/antlr/";

  private static final Set<String> SEE_THE_MACHINE =
      Set.of("output", "verify", "cluster", "golden", "cli");

  private static final Pattern OURS = Pattern.compile("dev/homelabc/((?:[a-z0-9]+/)*)");

  /// Disk, environment, standard streams, clock and other programs. `File` includes its readers and
  /// writers; `System` and `Runtime` do not include what merely begins like them.
  private static final Pattern MACHINE =
      Pattern.compile(
          "java/nio/file/Files\\b|java/io/File|java/io/RandomAccessFile|java/nio/channels/File"
              + "|java/lang/System\\b|java/lang/Runtime\\b|java/lang/Process|java/time/Clock\\b");

  private Layers() {}

  /// One sentence per violation, sorted; a violation is found in each class that has it.
  static List<String> violations(List<CompiledClass> classes) {
    var found = new TreeSet<String>();
    for (var it : classes) {
      var path = pathOf(it.name());
      var layer = layerOf(path);
      if (!ORDER.contains(layer)) {
        found.add(it.name() + " is in a package that the order does not list");
        continue;
      }
      for (var text : it.texts()) {
        checkUses(it.name(), layer, text, found);
        if (!SEE_THE_MACHINE.contains(layer)) {
          var use = MACHINE.matcher(text);
          // The generated parser offers what its runtime offers; only our own code counts.
          if (use.find() && !path.equals(GENERATED)) {
            found.add(it.name() + " touches the machine: " + text);
          }
        }
      }
    }
    return List.copyOf(found);
  }

  private static void checkUses(String user, String layer, String text, Set<String> found) {
    var uses = OURS.matcher(text);
    while (uses.find()) {
      var path = uses.group(1);
      var used = layerOf(path);
      if (path.isEmpty()) {
        found.add(user + " uses a type that is in no package of the order: " + text);
      } else if (ORDER.indexOf(used) > ORDER.indexOf(layer)) {
        found.add(user + " uses " + used + ", which is below " + layer);
      } else if (path.equals(GENERATED) && !layer.equals("syntax")) {
        found.add(user + " uses the generated parser, which belongs to syntax");
      }
    }
  }

  /// `syntax/antlr/` of `dev/homelabc/syntax/antlr/HomelabParser`.
  private static String pathOf(String className) {
    var uses = OURS.matcher(className);
    return uses.lookingAt() ? uses.group(1) : "";
  }

  private static String layerOf(String path) {
    int end = path.indexOf('/');
    return end < 0 ? "" : path.substring(0, end);
  }
}
