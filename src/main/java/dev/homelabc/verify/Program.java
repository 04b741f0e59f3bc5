package dev.homelabc.verify;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// An installed program.
record Program(Path path) {
  /// They speak English without colours; Ansible takes no file for an inventory that is none.
  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LC_ALL", "C.UTF-8",
          "NO_COLOR", "1",
          "ANSIBLE_NOCOLOR", "1",
          "ANSIBLE_LOCALHOST_WARNING", "False",
          "ANSIBLE_INVENTORY_ENABLED", "yaml",
          "ANSIBLE_INVENTORY_UNPARSED_FAILED", "True");

  /// What it said, all of it.
  record Answer(boolean isFine, String out, String err) {
    String all() {
      return err.isBlank() ? out : err;
    }
  }

  /// @param programs folders, as in `PATH`
  static Optional<Program> find(String name, String programs) {
    for (var folder : programs.split(File.pathSeparator, -1)) {
      var candidate = Path.of(folder, name);
      if (!folder.isEmpty() && Files.isRegularFile(candidate) && Files.isExecutable(candidate)) {
        return Optional.of(new Program(candidate.toAbsolutePath()));
      }
    }
    return Optional.empty();
  }

  Answer ask(Path folder, List<String> arguments) {
    return ask(folder, arguments, "");
  }

  /// Runs it to its end.
  ///
  /// @param in what it reads from standard input
  Answer ask(Path folder, List<String> arguments, String in) {
    var command = new ArrayList<>(List.of(path.toString()));
    command.addAll(arguments);
    try {
      var builder = new ProcessBuilder(command).directory(folder.toFile());
      builder.environment().putAll(ENVIRONMENT);
      var process = builder.start();
      var err = new StringBuilder();
      var listening = Thread.ofVirtual().start(() -> err.append(text(process.getErrorStream())));
      var asking = Thread.ofVirtual().start(() -> tell(process, in));
      var out = text(process.getInputStream());
      asking.join();
      listening.join();
      return new Answer(process.waitFor() == 0, out, err.toString());
    } catch (IOException e) {
      throw new UncheckedIOException("cannot run " + path + ": " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new UncheckedIOException("interrupted", new IOException(e));
    }
  }

  private static void tell(Process process, String in) {
    try (var to = process.getOutputStream()) {
      to.write(in.getBytes(StandardCharsets.UTF_8));
    } catch (IOException _) {
      // It ended before it had read all; what it said until then says why.
    }
  }

  private static String text(java.io.InputStream from) {
    try (from) {
      return new String(from.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
