package dev.homelabc.bundle;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TimeZone;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Archives as tar itself reads them.
class ArchiveTest {
  private static final String LONG = "a/" + "long/".repeat(40) + "file";
  private static final String KOREAN = "홈랩/" + "한국어".repeat(12) + ".lab";

  @TempDir private Path folder;

  @Test
  void tarReadsEveryPathWhateverItsLength() throws IOException {
    var files = files("b.txt=b", LONG + "=long", KOREAN + "=korean");
    for (int length = 90; length < 110; length++) {
      files.put("x".repeat(length), ("x" + length).getBytes(UTF_8));
    }
    unpack(Archive.of("top", files, ""));

    for (var file : files.entrySet()) {
      assertThat(folder.resolve("top").resolve(file.getKey())).hasBinaryContent(file.getValue());
    }
  }

  @Test
  void allIsOwnedByRootAndOfOneTime() throws IOException {
    var list = list(Archive.of("top", files("b/run=#!/bin/sh", "a=a"), ""));

    assertThat(list)
        .containsExactly(
            "drwxr-xr-x root/root         0 1980-01-01 00:00 top/",
            "-rw-r--r-- root/root         2 1980-01-01 00:00 top/a",
            "drwxr-xr-x root/root         0 1980-01-01 00:00 top/b/",
            "-rwxr-xr-x root/root        10 1980-01-01 00:00 top/b/run");
  }

  @Test
  void theBytesDependOnNothingButTheFiles() {
    var first = Archive.of("top", files("b=b", LONG + "=long", KOREAN + "=korean"), "mark");
    var zone = TimeZone.getDefault();
    var locale = Locale.getDefault();
    var user = Optional.ofNullable(System.getProperty("user.name"));
    try {
      TimeZone.setDefault(TimeZone.getTimeZone("Asia/Seoul"));
      Locale.setDefault(Locale.forLanguageTag("tr-TR"));
      System.setProperty("user.name", "somebody");
      assertThat(Archive.of("top", files(KOREAN + "=korean", LONG + "=long", "b=b"), "mark"))
          .isEqualTo(first);
    } finally {
      TimeZone.setDefault(zone);
      Locale.setDefault(locale);
      user.ifPresent(it -> System.setProperty("user.name", it));
    }
  }

  @Test
  void theHeaderOfGzipSaysNothingButTheMark() {
    var archive = Archive.of("top", files("a=a"), "mark");

    assertThat(Gzip.comment(archive)).contains("mark");
    // Flags: a comment and no name. No time. The system is unknown.
    assertThat(List.of(archive[3], archive[4], archive[5], archive[6], archive[7], archive[9]))
        .containsExactly((byte) 16, (byte) 0, (byte) 0, (byte) 0, (byte) 0, (byte) 255);
  }

  @Test
  void aFileOfAnotherProgramHasNoMark() {
    assertThat(Gzip.comment(new byte[0])).isEmpty();
    assertThat(Gzip.comment("lab home {\n".getBytes(UTF_8))).isEmpty();
    assertThat(Gzip.comment(new byte[] {0x1f, (byte) 0x8b, 8, 0, 0, 0, 0, 0, 0, 3, 'm', 0}))
        .isEmpty();
  }

  private void unpack(byte[] archive) throws IOException {
    tar("-xzf", archive);
  }

  private List<String> list(byte[] archive) throws IOException {
    return tar("-tvzf", archive).lines().toList();
  }

  private String tar(String what, byte[] archive) throws IOException {
    Files.write(folder.resolve("it.tar.gz"), archive);
    var environment = Map.of("TZ", "UTC", "LC_ALL", "C.UTF-8");
    var result = Consumer.require("tar").run(folder, environment, "", List.of(what, "it.tar.gz"));
    assertThat(result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
    return result.out();
  }

  private static SortedMap<String, byte[]> files(String... entries) {
    var files = new TreeMap<String, byte[]>();
    for (var entry : entries) {
      int equals = entry.indexOf('=');
      var text = entry.substring(equals + 1) + "\n";
      files.put(entry.substring(0, equals), text.getBytes(UTF_8));
    }
    return files;
  }
}
