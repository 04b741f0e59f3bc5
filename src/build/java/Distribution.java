import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipCompressorOutputStream;
import org.apache.commons.compress.compressors.gzip.GzipParameters;

/// Makes the folder and the archive that are handed out: the program with a Java runtime of its
/// own, archives of its loaded classes, examples, manual pages and completions.
///
/// `java -cp CLASSPATH Distribution.java VERSION TIMESTAMP`, in the root of the repository, with
/// Maven's output in `target/`; Maven's profile `dist` runs it.
final class Distribution {
  /// What the program and its libraries use. FreeMarker's classes cannot be loaded without
  /// `java.desktop`, whose native libraries stay out; the HTTP client is for clusters.
  private static final String MODULES =
      "java.base,java.desktop,java.logging,java.management,java.naming,java.net.http,java.xml,"
          + "jdk.crypto.ec,jdk.unsupported";

  private static final String UNUSED =
      "/java.desktop/lib/**,/java.desktop/conf/**,/java.base/bin/keytool,/java.base/lib/classlist,"
          + "**/jrt-fs.jar";

  /// Counts of calls are for the second compiler, which is off; without them an archive is smaller.
  private static final List<String> WITHOUT_PROFILES =
      List.of(
          "-XX:+IgnoreUnrecognizedVMOptions",
          "-XX:+UnlockDiagnosticVMOptions",
          "-XX:-AOTRecordTraining",
          "-XX:-AOTReplayTraining",
          // These make no difference here, and are how the archive is used.
          "-XX:ArchiveRelocationMode=0",
          "-XX:CompileThresholdScaling=2");

  private final Path root;
  private final FileTime time;

  private Distribution(Path root, FileTime time) {
    this.root = root;
    this.time = time;
  }

  public static void main(String[] args) throws IOException {
    var name = "homelabc-" + args[0] + "-linux-x64";
    var folder = Path.of("target/dist");
    delete(folder);
    var time = FileTime.from(Instant.parse(args[1]));
    var distribution = new Distribution(Files.createDirectories(folder.resolve(name)), time);
    distribution.fill();
    distribution.rehearse();
    distribution.pack(folder.resolve(name + ".tar.gz"));
  }

  private void fill() throws IOException {
    link(root.resolve("lib/runtime"));
    copy(Path.of("packaging/homelabc"), root.resolve("bin/homelabc"));
    copy(Path.of("target/homelabc.jar"), root.resolve("lib/homelabc.jar"));
    for (var jar : libraries(Path.of("target/homelabc.jar"))) {
      copy(Path.of("target").resolve(jar), root.resolve("lib").resolve(jar));
    }
    for (var name : List.of("LICENSE", "README.md", "docs", "examples")) {
      copy(Path.of(name), root.resolve("share/doc/homelabc/" + name));
    }
    try (var inside = Files.walk(root.resolve("share/doc/homelabc/examples"), 2)) {
      // What somebody built there.
      for (var out : inside.filter(it -> it.endsWith("out")).toList()) {
        delete(out);
      }
    }
    dev.homelabc.cli.Extras.main(new String[] {root.resolve("share").toString()});
    settle();
  }

  /// What a jar names as its class path: beside it there may lie jars of an earlier build.
  private static List<String> libraries(Path jar) throws IOException {
    try (var file = new JarFile(jar.toFile())) {
      var names = file.getManifest().getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
      return List.of(names.split(" "));
    }
  }

  /// In a process of its own: the bytes that jlink writes depend on what else its process has done.
  private static void link(Path runtime) throws IOException {
    run(
        List.of(
            Path.of(System.getProperty("java.home"), "bin", "jlink").toString(),
            "--add-modules",
            MODULES,
            "--strip-debug",
            "--no-header-files",
            "--no-man-pages",
            "--exclude-files",
            UNUSED,
            "--output",
            runtime.toString()));
    // It links equal licenses to one another.
    for (var file : below(runtime)) {
      if (Files.isSymbolicLink(file)) {
        Files.copy(file.toRealPath(), file, StandardCopyOption.REPLACE_EXISTING);
      }
    }
  }

  /// Makes the archives of loaded classes, as the launcher of a checkout does. They hold the times
  /// of the jars and of the runtime, which have to be the final ones by now.
  private void rehearse() throws IOException {
    var lab = root.resolve("share/doc/homelabc/examples/homelab").toString();
    var out = Files.createTempDirectory("homelabc");
    rehearse("homelabc-check.aot", out, lab);
    rehearse("homelabc.aot", out, lab, out.resolve("out").toString());
    delete(out);
    settle();
  }

  /// @param cache where to keep what a build remembers, which is for the next one only
  private void rehearse(String name, Path cache, String... arguments) throws IOException {
    var lib = root.resolve("lib");
    var line = new ArrayList<String>();
    line.add(lib.resolve("runtime/bin/java").toString());
    line.addAll(
        List.of("-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders", "-XX:TieredStopAtLevel=1"));
    line.add("-Djdk.reflect.useNativeAccessorOnly=true");
    line.addAll(WITHOUT_PROFILES);
    line.add("-XX:AOTCacheOutput=" + lib.resolve(name));
    line.addAll(List.of("-cp", lib.resolve("homelabc.jar").toString()));
    line.add("dev.homelabc.cli.Rehearsal");
    line.addAll(List.of(arguments));
    run(line, Map.of("XDG_CACHE_HOME", cache.toString()));
    if (!Files.exists(lib.resolve(name))) {
      throw new IllegalStateException("cannot make " + name);
    }
  }

  private static void run(List<String> command) throws IOException {
    run(command, Map.of());
  }

  private static void run(List<String> command, Map<String, String> environment)
      throws IOException {
    try {
      var builder = new ProcessBuilder(command).inheritIO();
      builder.environment().putAll(environment);
      int code = builder.start().waitFor();
      if (code != 0) {
        throw new IllegalStateException(command.getFirst() + " ended with " + code);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /// Gives all files one time, and permissions that do not depend on who builds.
  private void settle() throws IOException {
    for (var file : below(root)) {
      boolean isProgram = Files.isDirectory(file) || Files.isExecutable(file);
      Files.setPosixFilePermissions(
          file, PosixFilePermissions.fromString(isProgram ? "rwxr-xr-x" : "rw-r--r--"));
      Files.setLastModifiedTime(file, time);
    }
  }

  /// Entries in order, owned by root, nothing in them that a second run would have otherwise.
  private void pack(Path archive) throws IOException {
    var parameters = new GzipParameters();
    parameters.setCompressionLevel(Deflater.BEST_COMPRESSION);
    parameters.setModificationTime(time.to(java.util.concurrent.TimeUnit.SECONDS));
    try (var tar =
        new TarArchiveOutputStream(
            new GzipCompressorOutputStream(Files.newOutputStream(archive), parameters))) {
      tar.setLongFileMode(TarArchiveOutputStream.LONGFILE_POSIX);
      for (var file : below(root)) {
        var name = root.resolveSibling("").relativize(file).toString();
        var entry = new TarArchiveEntry(Files.isDirectory(file) ? name + "/" : name);
        boolean isProgram = Files.isDirectory(file) || Files.isExecutable(file);
        entry.setMode(isProgram ? 0755 : 0644);
        entry.setIds(0, 0);
        entry.setNames("root", "root");
        entry.setLastModifiedTime(time);
        if (Files.isRegularFile(file)) {
          entry.setSize(Files.size(file));
        }
        tar.putArchiveEntry(entry);
        if (Files.isRegularFile(file)) {
          Files.copy(file, tar);
        }
        tar.closeArchiveEntry();
      }
    }
  }

  /// A folder and all in it, in order.
  private static List<Path> below(Path folder) throws IOException {
    try (var files = Files.walk(folder)) {
      return files.sorted().toList();
    }
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.createDirectories(to.resolveSibling(""));
    try (Stream<Path> files = Files.walk(from)) {
      files.forEach(file -> {
        try {
          var target = to.resolve(from.relativize(file).toString());
          Files.copy(
              file,
              target,
              StandardCopyOption.REPLACE_EXISTING,
              StandardCopyOption.COPY_ATTRIBUTES);
        } catch (IOException e) {
          throw new UncheckedIOException(e);
        }
      });
    }
  }

  private static void delete(Path folder) throws IOException {
    if (Files.exists(folder)) {
      for (var file : below(folder).reversed()) {
        Files.delete(file);
      }
    }
  }
}
