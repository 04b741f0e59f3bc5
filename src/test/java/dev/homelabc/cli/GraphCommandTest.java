package dev.homelabc.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GraphCommandTest {
  private static final String LAB = "examples/two-hosts";

  @TempDir private Path folder;
  private final StringWriter out = new StringWriter();
  private final StringWriter err = new StringWriter();

  private int run(String... args) {
    return Main.run(args, terminal(), Map.of());
  }

  private Terminal terminal() {
    return new Terminal(new PrintWriter(out), new PrintWriter(err));
  }

  @Test
  void printsTheNetworkAsSvg() {
    assertThat(run("graph", LAB)).isEqualTo(Exit.FINE);
    assertThat(out.toString())
        .startsWith("<!-- homelabc graph -->\n<svg ")
        .contains("<title id=\"homelabc-network-title\">Network of the lab attic</title>")
        .endsWith("</svg>\n");
  }

  @Test
  void speaksKorean() {
    assertThat(run("graph", LAB, "--view", "hosts", "--lang", "ko")).isEqualTo(Exit.FINE);
    assertThat(out.toString()).contains("랩 attic의 호스트");
  }

  @ParameterizedTest
  @CsvSource({
    "lab.svg, <!-- homelabc",
    "lab.dot, // homelabc",
    "lab.gv, // homelabc",
    "lab.mmd, %% homelabc",
    "lab.json, {",
    "lab, <!-- homelabc"
  })
  void takesTheFormatFromTheNameOfTheFile(String name, String beginning) throws IOException {
    var file = folder.resolve(name);
    assertThat(run("graph", LAB, "-o", file.toString())).isEqualTo(Exit.FINE);
    assertThat(Files.readString(file)).startsWith(beginning).contains("homelabc graph");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void aStatedFormatCountsMore() throws IOException {
    var file = folder.resolve("lab.svg");
    run("graph", LAB, "--format", "dot", "-o", file.toString());
    assertThat(Files.readString(file)).startsWith("// homelabc graph\ndigraph");
  }

  @Test
  void aLabWithErrorsGivesFindingsAndNoPicture() throws IOException {
    var lab = Files.writeString(folder.resolve("bad.lab"), "vlan a {\n  id 5000\n}\n");
    var file = folder.resolve("lab.svg");
    assertThat(run("graph", lab.toString(), "-o", file.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(err.toString()).contains("error[vlan-range]").endsWith("nothing was drawn\n");
    assertThat(out.toString()).isEmpty();
    assertThat(file).doesNotExist();
  }

  @Test
  void saysWhyThereIsNothingToSee() {
    assertThat(run("graph", LAB, "--view", "cluster")).isEqualTo(Exit.FINDINGS);
    assertThat(err.toString())
        .contains("error: the lab has no cluster or OpenShift project to draw\n");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void replacesItsOwnPictures() throws IOException {
    for (var name : new String[] {"lab.svg", "lab.dot", "lab.mmd", "lab.json"}) {
      var file = folder.resolve(name);
      run("graph", LAB, "-o", file.toString());
      var first = Files.readString(file);
      assertThat(run("graph", LAB, "--view", "hosts", "-o", file.toString())).isEqualTo(Exit.FINE);
      assertThat(Files.readString(file)).isNotEqualTo(first);
    }
  }

  @Test
  void overwritesNoFileOfOthers() throws IOException {
    var file = Files.writeString(folder.resolve("lab.svg"), "<svg>mine</svg>");
    assertThat(run("graph", LAB, "-o", file.toString())).isEqualTo(Exit.FINDINGS);
    assertThat(file).hasContent("<svg>mine</svg>");
    assertThat(err.toString())
        .contains("is there already, and is no picture of homelabc", "--force");

    assertThat(run("graph", LAB, "-o", file.toString(), "--force")).isEqualTo(Exit.FINE);
    assertThat(Files.readString(file)).startsWith("<!-- homelabc graph");
  }

  @Test
  void aFolderIsNotReplacedEvenByForce() {
    assertThat(run("graph", LAB, "-o", folder.toString(), "--force")).isEqualTo(Exit.FINDINGS);
    assertThat(err.toString()).contains("is there already, and is no file");
  }

  /// Others start faster for it, and run where the libraries of pictures are not.
  @Test
  void onlyGraphNeedsTheLibrariesOfPictures() throws Exception {
    assertThat(runWithoutPictures("check", LAB)).isEqualTo(Exit.FINE);
    assertThat(runWithoutPictures("capacity", LAB)).isEqualTo(Exit.FINE);
    assertThat(runWithoutPictures("build", LAB, "-o", folder.resolve("out").toString()))
        .isEqualTo(Exit.FINE);
    assertThatThrownBy(() -> runWithoutPictures("graph", LAB))
        .isInstanceOf(InvocationTargetException.class)
        .hasCauseInstanceOf(NoClassDefFoundError.class);
  }

  private static int runWithoutPictures(String... args) throws Exception {
    var rest =
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
            .filter(it -> !it.matches(".*(org\\.eclipse\\.|guava|failureaccess).*\\.jar"))
            .map(GraphCommandTest::url)
            .toArray(URL[]::new);
    try (var loader = new URLClassLoader(rest, ClassLoader.getPlatformClassLoader())) {
      var terminal = loader.loadClass("dev.homelabc.cli.Terminal");
      var quiet = terminal.getDeclaredConstructor(PrintWriter.class, PrintWriter.class);
      quiet.setAccessible(true);
      var run =
          loader
              .loadClass("dev.homelabc.cli.Main")
              .getDeclaredMethod("run", String[].class, terminal);
      run.setAccessible(true);
      var sink = new PrintWriter(new StringWriter());
      return (int) run.invoke(null, args, quiet.newInstance(sink, sink));
    }
  }

  private static URL url(String path) {
    try {
      return Path.of(path).toUri().toURL();
    } catch (MalformedURLException e) {
      throw new AssertionError(e);
    }
  }
}
