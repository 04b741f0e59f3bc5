package dev.homelabc.house;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.homelabc.consumer.Consumer;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Counts what a start loads: times differ from machine to machine, and a library that `check`
/// loads by accident, or a class that the archive cannot hold, shows here first.
class StartTest {
  private static final Path CLASSES = Path.of("target/classes");
  private static final List<String> CHECK = List.of("check", "examples/homelab");
  private static final String[] READING = {
    "org.antlr.v4.runtime.", "org.yaml.snakeyaml.", "picocli."
  };
  private static final List<String> FMT = List.of("fmt", "--check", "examples/homelab");

  /// What neither the JDK nor the archive can know beforehand: a few lambdas of the JDK itself.
  private static final int OUTSIDE_FOR_CHECK = 5;

  /// All that an archive holds is loaded at each start; 2,900 today, half of them ours.
  private static final int ALL_FOR_CHECK = 3_200;

  /// The same, and what FreeMarker makes while it starts.
  private static final int OUTSIDE_FOR_BUILD = 22;

  @TempDir private Path folder;
  private String classpath = "";

  @BeforeEach
  void pack() throws IOException {
    // Only jars can be archived.
    var jar = folder.resolve("homelabc.jar");
    try (var out = new JarOutputStream(Files.newOutputStream(jar));
        var files = Files.walk(CLASSES)) {
      for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
        out.putNextEntry(new JarEntry(CLASSES.relativize(file).toString()));
        Files.copy(file, out);
      }
    }
    classpath =
        Stream.concat(
                Stream.of(jar.toString()),
                Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                    .filter(it -> it.endsWith(".jar")))
            .collect(joining(File.pathSeparator));
  }

  @Test
  void checkLoadsNoLibraryButThoseThatRead() throws IOException {
    assertThat(foreign(CHECK, READING)).isEmpty();
  }

  @Test
  void fmtLoadsNoLibraryButTheParser() throws IOException {
    assertThat(foreign(FMT, "org.antlr.v4.runtime.", "picocli.")).isEmpty();
  }

  @Test
  void checkFindsItsClassesInTheArchive() throws IOException {
    requireMavensClasses();
    var archive = archive("examples/homelab");
    assertThat(outside(archive, CHECK)).hasSizeLessThanOrEqualTo(OUTSIDE_FOR_CHECK);
    assertThat(outside(archive, FMT)).hasSizeLessThanOrEqualTo(OUTSIDE_FOR_CHECK);
    assertThat(loaded(List.of("-XX:AOTCache=" + archive), CHECK))
        .hasSizeLessThanOrEqualTo(ALL_FOR_CHECK);
  }

  @Test
  void buildFindsItsClassesInTheArchive() throws IOException {
    requireMavensClasses();
    var out = folder.resolve("out").toString();
    var archive = archive("examples/homelab", out);
    assertThat(outside(archive, List.of("build", "--check", "examples/homelab", "-o", out)))
        .hasSizeLessThanOrEqualTo(OUTSIDE_FOR_BUILD);
  }

  @Test
  void buildWithNothingChangedLoadsNoLibraryButThoseThatRead() throws IOException {
    requireMavensClasses();
    var out = folder.resolve("out").toString();
    var build = List.of("build", "examples/homelab", "-o", out);
    assertThat(foreign(build, READING)).isNotEmpty();
    assertThat(foreign(build, READING)).isEmpty();
  }

  /// Other tools than Maven leave out what makes classes fit for the archive.
  private static void requireMavensClasses() {
    boolean isMavens =
        Files.exists(CLASSES.resolve("picocli/CommandLine.class"))
            && CompiledClass.readAll(CLASSES.resolve("dev")).stream()
                .noneMatch(it -> it.texts().contains("java/lang/runtime/ObjectMethods"));
    if (Consumer.inCi()) {
      assertThat(isMavens).as("the classes are prelinked, and picocli compiled").isTrue();
    }
    assumeTrue(isMavens, "the classes were not made by Maven");
  }

  /// The classes of libraries other than these that a command loads.
  private List<String> foreign(List<String> command, String... expected) throws IOException {
    return loaded(List.of("-Xshare:auto"), command).stream()
        .map(line -> line.substring(0, line.indexOf(' ')))
        .filter(name ->
            Stream.of("java.", "javax.", "jdk.", "sun.", "com.sun.", "dev.homelabc.")
                .noneMatch(name::startsWith))
        .filter(name -> Stream.of(expected).noneMatch(name::startsWith))
        .toList();
  }

  private List<String> outside(Path archive, List<String> command) throws IOException {
    return loaded(List.of("-XX:AOTCache=" + archive), command).stream()
        .filter(line -> !line.contains("source: shared objects file"))
        .toList();
  }

  /// The archive that the launcher would make.
  private Path archive(String... rehearsed) throws IOException {
    var archive = folder.resolve("homelabc.aot");
    java(List.of("-XX:AOTCacheOutput=" + archive), "dev.homelabc.cli.Rehearsal", rehearsed);
    assertThat(archive).isNotEmptyFile();
    return archive;
  }

  /// A line for each class that is loaded: its name, and where it is from.
  private List<String> loaded(List<String> options, List<String> command) throws IOException {
    var log = folder.resolve("log");
    var all = new ArrayList<>(options);
    all.add("-Xlog:class+load:file=" + log + ":none");
    java(all, "dev.homelabc.cli.Main", command.toArray(String[]::new));
    var lines = Files.readAllLines(log);
    assertThat(lines).anyMatch(line -> line.startsWith("dev.homelabc.cli.Main "));
    return lines;
  }

  private void java(List<String> options, String main, String... arguments) {
    var line = new ArrayList<String>();
    line.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
    line.addAll(List.of("-Djdk.reflect.useNativeAccessorOnly=true", "-Dhomelabc.terminals="));
    line.addAll(options);
    line.addAll(List.of("-cp", classpath, main));
    line.addAll(List.of(arguments));
    var java = new Consumer(Path.of(System.getProperty("java.home"), "bin", "java"));
    var cache = Map.of("XDG_CACHE_HOME", folder.resolve("cache").toString());
    var result = java.run(Path.of(""), cache, "", line);
    assertThat(result.exitCode()).as(result.out() + result.err()).isZero();
  }
}
