package dev.homelabc.consumer;

import static java.util.Map.entry;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.opentest4j.AssertionFailedError;

/// The Nix language as Nix itself understands it, without a daemon, a network or rights.
///
/// Each call starts one process, in about 20 ms: put many files into one call.
public final class Nix {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Consumer instantiate;
  private final Map<String, String> environment;

  private Nix(Consumer instantiate, Map<String, String> environment) {
    this.instantiate = instantiate;
    this.environment = environment;
  }

  /// Finds Nix as [Consumer#require] does, and gives it an empty store under `target`.
  public static Nix require() {
    var instantiate = Consumer.require("nix-instantiate");
    try {
      // Nix refuses a store behind a symbolic link.
      var root = Files.createDirectories(Path.of("target/nix")).toRealPath();
      return new Nix(
          instantiate,
          Map.ofEntries(
              entry("NIX_STORE_DIR", root.resolve("store").toString()),
              entry("NIX_STATE_DIR", root.resolve("var").toString()),
              entry("NIX_LOG_DIR", root.resolve("log").toString()),
              // No configuration of the machine, and so no group of builders that must exist.
              entry("NIX_CONF_DIR", root.resolve("etc").toString()),
              entry("NIX_USER_CONF_FILES", ""),
              entry("NIX_REMOTE", "local"),
              entry("NIX_PATH", "")));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Fails unless the file is a Nix expression without unknown names.
  public void parse(Path file) {
    parse(List.of(file));
  }

  /// Fails unless each file is a Nix expression without unknown names.
  public void parse(Collection<Path> files) {
    if (files.isEmpty()) {
      throw new IllegalArgumentException("no file to parse");
    }
    var arguments = new ArrayList<String>();
    arguments.add("--parse");
    files.forEach(file -> arguments.add(file.toAbsolutePath().toString()));
    run(arguments, "");
  }

  /// Evaluates an expression completely; a function in it has no value and fails.
  ///
  /// `import` needs a path from the root on: see [#path(Path)].
  public JsonNode evalJson(String expression) {
    try {
      return JSON.readTree(run(List.of("--eval", "--strict", "--json", "-"), expression));
    } catch (JsonProcessingException e) {
      throw new AssertionFailedError("Nix wrote no JSON", e);
    }
  }

  /// A path as an expression, whatever characters are in it.
  public static String path(Path path) {
    var text = path.toAbsolutePath().toString();
    var escaped = text.replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "\\${");
    return "(/. + \"" + escaped + "\")";
  }

  private String run(List<String> arguments, String input) {
    var result = instantiate.run(Path.of(""), environment, input, arguments);
    if (result.exitCode() != 0) {
      throw new AssertionFailedError("Nix does not accept this:\n" + result.err());
    }
    return result.out();
  }
}
