package dev.homelabc.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DiskFailureTest {
  static Stream<Arguments> reasons() {
    return Stream.of(
        Arguments.of(new NoSuchFileException("x"), "it does not exist"),
        Arguments.of(new AccessDeniedException("x"), "permission denied"),
        Arguments.of(new FileAlreadyExistsException("x"), "something is there already"),
        Arguments.of(new DirectoryNotEmptyException("x"), "the folder is not empty"),
        Arguments.of(
            new FileSystemException("x", null, "Read-only file system"),
            "the file system is read-only"),
        Arguments.of(
            new FileSystemException("x", null, "File name too long"),
            "the path is too long for the file system"),
        Arguments.of(
            new FileSystemException("x", null, "Input/output error"), "Input/output error"),
        Arguments.of(new FileSystemException("x"), "it failed"),
        Arguments.of(new IOException("No space left on device"), "the disk is full"),
        Arguments.of(new IOException(), "it failed"));
  }

  @ParameterizedTest
  @MethodSource("reasons")
  void namesThePathAndTheReasonInPlainWords(IOException cause, String reason) {
    assertThat(DiskFailure.of("write", Path.of("out/a"), cause))
        .hasMessage("cannot write `out/a`: " + reason)
        .hasCause(cause);
  }
}
