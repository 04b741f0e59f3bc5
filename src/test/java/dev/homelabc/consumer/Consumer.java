package dev.homelabc.consumer;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.opentest4j.AssertionFailedError;
import org.opentest4j.TestAbortedException;

/// An installed program that reads our output.
///
/// ```java
/// var result = Consumer.require("shellcheck").run("homelabc");
/// assertThat(result.out()).isEmpty();
/// ```
public record Consumer(Path program) {
  private static final Duration LIMIT = Duration.ofMinutes(2);

  /// What a program did. Text is decoded as UTF-8.
  public record Result(int exitCode, String out, String err) {}

  /// Finds a program on the `PATH`; skips the calling test when it is absent, or fails it in CI.
  public static Consumer require(String program) {
    return require(program, Optional.ofNullable(System.getenv("PATH")).orElse(""), inCi());
  }

  /// Whether this is a CI run, where nothing may be skipped and no source rewritten.
  public static boolean inCi() {
    var value = Optional.ofNullable(System.getenv("CI")).orElse("");
    return !value.isEmpty() && !value.equals("false");
  }

  static Consumer require(String program, String searchPath, boolean ci) {
    for (var folder : searchPath.split(File.pathSeparator, -1)) {
      var candidate = Path.of(folder, program).toAbsolutePath();
      if (Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
        return new Consumer(candidate);
      }
    }
    var reason = "the program " + program + " is not installed";
    if (ci) {
      throw new AssertionFailedError(reason + "; .ci/run has to install it");
    }
    throw new TestAbortedException(reason);
  }

  /// Runs the program in the current folder, with nothing to read.
  public Result run(String... arguments) {
    return run(Path.of(""), Map.of(), "", List.of(arguments));
  }

  /// Runs the program to its end, for two minutes at most.
  ///
  /// @param environment variables on top of those of this process
  /// @param input what the program reads from standard input
  public Result run(
      Path folder, Map<String, String> environment, String input, List<String> arguments) {
    try {
      var exchange = Files.createTempDirectory("consumer");
      var in = Files.writeString(exchange.resolve("in"), input);
      var out = exchange.resolve("out");
      var err = exchange.resolve("err");
      try {
        var builder = new ProcessBuilder(program.toString());
        builder.command().addAll(arguments);
        builder.environment().putAll(environment);
        builder.directory(folder.toAbsolutePath().toFile());
        builder.redirectInput(in.toFile());
        builder.redirectOutput(out.toFile());
        builder.redirectError(err.toFile());
        int exitCode = await(builder.start());
        return new Result(exitCode, Files.readString(out, UTF_8), Files.readString(err, UTF_8));
      } finally {
        for (var file : List.of(in, out, err, exchange)) {
          Files.deleteIfExists(file);
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private int await(Process process) {
    try {
      if (process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS)) {
        return process.exitValue();
      }
      process.destroyForcibly();
      throw new AssertionFailedError(program + " did not end within " + LIMIT);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
      throw new AssertionFailedError("interrupted while waiting for " + program, e);
    }
  }
}
