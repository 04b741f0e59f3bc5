package dev.homelabc.consumer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

class ConsumerTest {
  @TempDir private Path folder;

  @Test
  void anAbsentProgramSkipsTheTestOfADeveloper() {
    assertThatThrownBy(() -> Consumer.require("absent", folder.toString(), false))
        .isInstanceOf(TestAbortedException.class)
        .hasMessageContaining("the program absent is not installed");
  }

  @Test
  void anAbsentProgramFailsTheTestInCi() {
    assertThatThrownBy(() -> Consumer.require("absent", folder.toString(), true))
        .isInstanceOf(AssertionFailedError.class)
        .hasMessageContaining("the program absent is not installed");
  }

  @Test
  void aFileThatNobodyMayRunIsNoProgram() throws Exception {
    Files.writeString(folder.resolve("notes"), "");
    assertThatThrownBy(() -> Consumer.require("notes", folder.toString(), true))
        .isInstanceOf(AssertionFailedError.class);
  }

  @Test
  void aProgramGetsItsArgumentsInputFolderAndEnvironment() {
    var script = "cat; pwd; printf '%s' \"$1-$EXTRA\"; echo problem >&2; exit 3";
    var result =
        Consumer.require("sh")
            .run(folder, Map.of("EXTRA", "한국"), "in\n", List.of("-c", script, "sh", "first"));
    assertThat(result.exitCode()).isEqualTo(3);
    assertThat(result.out()).startsWith("in\n").contains(folder.getFileName() + "\nfirst-한국");
    assertThat(result.err()).isEqualTo("problem\n");
  }
}
