package dev.homelabc.output;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.output.Conflict.Obstacle;
import dev.homelabc.value.Name;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ManifestFormatTest {
  private static final String OLD = "0".repeat(64);
  private static final String NEW = "f".repeat(64);

  private static final Manifest MANIFEST =
      new Manifest(
          Optional.of(new Name("cellar")),
          new TreeMap<>(Map.of(RelPath.of("vms/한.nix"), OLD, RelPath.of("a"), OLD)),
          new TreeMap<>(Map.of(RelPath.of("a"), NEW)),
          new TreeSet<>(List.of(RelPath.of("vms"))));

  @Test
  void writesOneSortedEntryALine() {
    assertThat(ManifestFormat.write(MANIFEST))
        .isEqualTo(
            """
            {
              "version": 2,
              "lab": "cellar",
              "files": {
                "a": "%s",
                "vms/한.nix": "%s"
              },
              "underway": {
                "a": "%s"
              },
              "folders": [
                "vms"
              ]
            }
            """
                .formatted(OLD, OLD, NEW));
  }

  @Test
  void readsWhatItWrote() {
    assertThat(read(ManifestFormat.write(MANIFEST)))
        .isEqualTo(new ManifestFormat.Reading.Understood(MANIFEST));
    assertThat(read(ManifestFormat.write(Manifest.EMPTY)))
        .isEqualTo(new ManifestFormat.Reading.Understood(Manifest.EMPTY));
  }

  @Test
  void readsVersionOneWhichNamedNoLab() {
    var text = ManifestFormat.write(MANIFEST);
    var old =
        text.replace("\"version\": 2", "\"version\": 1").replace("  \"lab\": \"cellar\",\n", "");

    assertThat(read(old))
        .isEqualTo(
            new ManifestFormat.Reading.Understood(
                new Manifest(
                    Optional.empty(), MANIFEST.files(), MANIFEST.underway(), MANIFEST.folders())));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        "null",
        "[]",
        "{}",
        "{\"files\": {}}",
        "{\"version\": \"1\"}",
        "{\"version\": 0}",
        "{\"version\": 1",
        "{\"version\": 1, \"files\": []}",
        "{\"version\": 1, \"other\": {}}",
        "{\"version\": 1, \"files\": {\"a\": \"short\"}}",
        "{\"version\": 1, \"files\": {\"a\": null}}",
        "{\"version\": 1, \"files\": {\"a\"",
        "{\"version\": 1, \"files\": {}, \"files\": {}}",
        "{\"version\": 2, \"lab\": 1}",
        "{\"version\": 2, \"lab\": \"My Lab\"}",
        "{\"version\": 1, \"folders\": [1]}",
        "{\"version\": 1, \"folders\": [\"../x\"]}",
        "{\"version\": 1} {}",
        "<<<<<<< HEAD\n{\"version\": 1}\n",
        "{\"version\": 99999999999999999999}"
      })
  void rejectsWhatItCouldNotHaveWritten(String text) {
    assertThat(read(text))
        .isEqualTo(new ManifestFormat.Reading.Rejected(Obstacle.GARBLED_MANIFEST));
  }

  @Test
  void rejectsAPathThatLeadsOutOfTheFolder() {
    var text = ManifestFormat.write(MANIFEST).replace("vms/한.nix", "../../etc/passwd");

    assertThat(read(text))
        .isEqualTo(new ManifestFormat.Reading.Rejected(Obstacle.GARBLED_MANIFEST));
  }

  @Test
  void rejectsEveryTruncation() {
    var bytes = ManifestFormat.write(MANIFEST).strip().getBytes(UTF_8);

    for (int length = 0; length < bytes.length; length++) {
      assertThat(ManifestFormat.read(Arrays.copyOf(bytes, length)))
          .as("the first %d bytes", length)
          .isEqualTo(new ManifestFormat.Reading.Rejected(Obstacle.GARBLED_MANIFEST));
    }
  }

  @Test
  void tellsANewerVersionFromAGarbledOne() {
    assertThat(read("{\"version\": 3, \"shape\": [\"unknown\"]}"))
        .isEqualTo(new ManifestFormat.Reading.Rejected(Obstacle.NEWER_MANIFEST));
  }

  private static ManifestFormat.Reading read(String text) {
    return ManifestFormat.read(text.getBytes(UTF_8));
  }
}
