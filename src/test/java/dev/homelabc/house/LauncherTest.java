package dev.homelabc.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Runs a copy of the launcher with a JDK and a Maven that only say what they were asked to do.
class LauncherTest {
  private static final Instant LONG_AGO = Instant.ofEpochSecond(1_000_000_000);

  @TempDir private Path folder;
  private Path root;
  private Path jdk;
  private Path maven;

  @BeforeEach
  void layOut() throws IOException {
    folder = folder.toRealPath();
    root = Files.createDirectories(folder.resolve("check out"));
    script(root.resolve("homelabc"), Files.readString(Path.of("homelabc")));
    Files.createDirectories(root.resolve("src/main"));
    Files.writeString(root.resolve("pom.xml"), "");
    jdk = jdk("jdk", "25.0.3");
    maven = folder.resolve("maven");
    script(
        maven.resolve("mvn"),
        """
        #!/bin/sh
        echo "$PWD" >>builds
        sleep 0.2
        mkdir -p target
        : >target/homelabc.jar
        """);
  }

  @Test
  void buildsOnceAndThenOnlyRuns() throws IOException {
    var first = launch("check", "a b");
    assertThat(first.err()).startsWith("homelabc: building").containsOnlyOnce("\n");
    assertThat(first.out()).contains("[-cp] [" + jar() + "] [dev.homelabc.cli.Main] [check] [a b]");

    var second = launch("check");
    assertThat(second.err()).isEmpty();
    assertThat(builds()).containsExactly(root.toString());
  }

  @Test
  void buildsAgainAfterAChangeOfASource() throws IOException {
    launch();
    Files.setLastModifiedTime(jar(), FileTime.from(LONG_AGO));
    launch();
    assertThat(builds()).hasSize(2);
  }

  @Test
  void archivesClassesOnceForEachJar() throws IOException {
    var archive = root.resolve("target/homelabc.aot");
    assertThat(launch().out()).contains("[-XX:AOTCache=" + archive + "] [-cp]");
    launch();
    assertThat(Files.readAllLines(root.resolve("trainings")))
        .containsExactly(root.toString(), root.toString());

    Files.setLastModifiedTime(archive, FileTime.from(LONG_AGO));
    launch();
    assertThat(Files.readAllLines(root.resolve("trainings"))).hasSize(4);
  }

  @Test
  void startsCheckAndFmtFromTheSmallerArchive() {
    var small = "[-XX:AOTCache=" + root.resolve("target/homelabc-check.aot") + "]";
    assertThat(launch("check").out()).contains(small);
    assertThat(launch("fmt", "-").out()).contains(small);
    assertThat(launch("build").out()).doesNotContain(small);
  }

  @Test
  void runsWithoutAnArchiveWhereNoneCanBeMade() throws IOException {
    Files.writeString(root.resolve("untrainable"), "");
    launch();
    assertThat(launch().out()).doesNotContain("AOTCache").contains("[-cp]");
    assertThat(Files.readAllLines(root.resolve("trainings"))).hasSize(2);
  }

  @Test
  void twoFirstUsesAtOnceBuildOnce() throws IOException {
    var one = CompletableFuture.supplyAsync(this::launch);
    var two = CompletableFuture.supplyAsync(this::launch);
    assertThat(List.of(one.join().exitCode(), two.join().exitCode())).containsExactly(7, 7);
    assertThat(builds()).hasSize(1);
  }

  @Test
  void takesOverTheLockOfAProcessThatIsGone() throws IOException {
    Files.createDirectories(root.resolve("target"));
    // Linux gives no process a number as high as this.
    Files.createSymbolicLink(root.resolve("target/launcher.lock"), Path.of("99999999"));
    assertThat(launch().exitCode()).isEqualTo(7);
    assertThat(builds()).hasSize(1);
    assertThat(Files.isSymbolicLink(root.resolve("target/launcher.lock"))).isFalse();
  }

  @Test
  void showsTheLogOfABuildThatFailed() throws IOException {
    script(maven.resolve("mvn"), "#!/bin/sh\necho 'cannot find symbol'; exit 1\n");
    var result = launch();
    assertThat(result.exitCode()).isEqualTo(70);
    assertThat(result.out()).isEmpty();
    assertThat(result.err()).contains("cannot find symbol").contains("could not build itself");
    assertThat(Files.isSymbolicLink(root.resolve("target/launcher.lock"))).isFalse();
  }

  @Test
  void passesInputExitCodeAndOptionsThrough() {
    var environment = environment(jdk, "");
    environment.put("HOMELABC_JAVA_OPTS", "-Da=b -Xmx1g");
    var result = launch(environment, "fmt", "-");
    assertThat(result.exitCode()).isEqualTo(7);
    assertThat(result.out())
        .contains("[-Da=b] [-Xmx1g] [-XX:AOTCache=")
        .endsWith("read: the input\n");
  }

  @Test
  void saysWhichStreamsAreTerminals() {
    assertThat(launch().out()).contains("[-Dhomelabc.terminals=] [-");
  }

  @Test
  void findsItsCheckoutThroughSymbolicLinks() throws IOException {
    var links = Files.createDirectories(folder.resolve("bin/deep"));
    Files.createSymbolicLink(links.resolve("second"), root.resolve("homelabc"));
    Files.createSymbolicLink(links.resolve("homelabc"), Path.of("second"));
    var environment = environment(jdk, "");
    var result = new Consumer(links.resolve("homelabc")).run(folder, environment, "", List.of());
    assertThat(result.out()).contains("[" + jar() + "]");
  }

  @Test
  void runsWithoutAnySourceBesideIt() throws IOException {
    Files.delete(root.resolve("pom.xml"));
    Files.createDirectories(root.resolve("target"));
    Files.writeString(jar(), "");
    assertThat(launch().exitCode()).isEqualTo(7);
    assertThat(root.resolve("builds")).doesNotExist();
  }

  @Test
  void takesANewerJdkAndPassesOverAnOlderOneInJavaHome() throws IOException {
    var newer = jdk("newer", "26-ea");
    var older = jdk("older", "17.0.15");
    assertThat(launch(environment(newer, "")).out()).contains("by " + newer);
    assertThat(launch(environment(older, newer + "/bin:")).out()).contains("by " + newer);
  }

  private Consumer.Result launch(String... arguments) {
    return launch(environment(jdk, ""), arguments);
  }

  private Consumer.Result launch(Map<String, String> environment, String... arguments) {
    return new Consumer(root.resolve("homelabc"))
        .run(folder, environment, "the input\n", List.of(arguments));
  }

  private Map<String, String> environment(Path javaHome, String firstOnPath) {
    var path = firstOnPath + maven + ":" + System.getenv("PATH");
    return new HashMap<>(Map.of("JAVA_HOME", javaHome.toString(), "PATH", path));
  }

  private Path jar() {
    return root.resolve("target/homelabc.jar");
  }

  private List<String> builds() throws IOException {
    return Files.readAllLines(root.resolve("builds"));
  }

  private Path jdk(String name, String version) throws IOException {
    var home = folder.resolve(name);
    script(
        home.resolve("bin/java"),
        """
        #!/bin/sh
        for a; do case $a in -XX:AOTCacheOutput=*)
          echo "$PWD" >>trainings
          [ -e untrainable ] || echo classes >"${a#*=}"
          exit ;;
        esac; done
        echo "by ${0%/bin/java}"
        printf '[%s] ' "$@"
        echo "read: $(cat)"
        exit 7
        """);
    script(home.resolve("bin/javac"), "#!/bin/sh\n");
    Files.writeString(home.resolve("release"), "LIBC=\"gnu\"\nJAVA_VERSION=\"" + version + "\"\n");
    return home;
  }

  private static void script(Path file, String text) throws IOException {
    Files.createDirectories(file.resolveSibling("").toAbsolutePath());
    Files.writeString(file, text);
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
  }
}
