package dev.homelabc.allocate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.source.SourceFile;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class LockFileTest {
  private static final String TEXT =
      Lock.HEADER
          + """
          web ip 10.0.20.10
          web ip 10.0.20.9 freed
          web mac 02:00:00:00:20:10
          web-2 tap vm-web-2
          web/backup ip 10.0.30.10
          """;

  private static final List<String> PIECES =
      List.of("\n", " ", "#", "freed", "/", "\uD800", "\0", "|||||||", "=======\n", "web ip ", "가");

  @Test
  void whatIsReadIsWrittenAgain() {
    assertThat(read(TEXT).lock().text()).contains(TEXT);
    assertThat(read(TEXT).findings()).isEmpty();
  }

  @Test
  void theOrderIsThatOfBytes() {
    var lines = read(TEXT).lock().all().stream().map(Given::toString).toList();

    assertThat(lines).isSorted().hasSize(5);
  }

  @Test
  void orderSpacesAndLineEndsDoNotMatterToTheReader() {
    var other =
        """
        # any header

        web/backup  ip\t10.0.30.10\s
        web mac 02:00:00:00:20:10
        web-2 tap vm-web-2
        web ip 10.0.20.9 freed
        web ip 10.0.20.10\
        """
            .replace("\n", "\r\n");

    assertThat(read(other).findings()).isEmpty();
    assertThat(read(other).lock()).isEqualTo(read(TEXT).lock());
  }

  @Test
  void anEmptyLockIsNoFile() {
    assertThat(Lock.EMPTY.text()).isEmpty();
    assertThat(read(Lock.HEADER).lock()).isEqualTo(Lock.EMPTY);
  }

  /// `freed` where a value should be is a name that somebody gave a TAP.
  @Test
  void aTapMayBeCalledFreed() {
    var lock = read("web tap freed\nweb tap vm-web freed\n").lock();

    assertThat(lock.live()).hasToString("[web tap freed]");
    assertThat(lock.freed()).hasToString("[web tap vm-web freed]");
  }

  /// Whatever stands in the file, each line is understood or reported, and what is understood reads
  /// the same again.
  @ParameterizedTest
  @MethodSource("seeds")
  void everyTextIsReadOrReported(long seed) {
    var random = new Random(seed);
    var text = new StringBuilder("<<<<<<< a\n" + TEXT + "=======\n" + TEXT + ">>>>>>> b\n");
    for (int i = 0; i < 30; i++) {
      int at = random.nextInt(text.length());
      switch (random.nextInt(3)) {
        case 0 -> text.deleteCharAt(at);
        case 1 -> text.insert(at, PIECES.get(random.nextInt(PIECES.size())));
        default -> text.insert(at, text.substring(at, Math.min(at + 20, text.length())));
      }
      var file = read(text.toString());
      assertThat(file.findings()).allMatch(it -> !it.primary().place().text().isBlank());
      var lock = file.lock();
      assertThat(read(lock.text().orElse("")).lock()).isEqualTo(lock);
    }
  }

  static LongStream seeds() {
    return LongStream.range(0, 20);
  }

  private static LockFile read(String text) {
    return LockFile.read(Optional.of(new SourceFile(LockFile.NAME, text)));
  }
}
