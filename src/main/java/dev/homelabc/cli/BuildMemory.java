package dev.homelabc.cli;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.homelabc.output.Sha256;
import dev.homelabc.output.Untouched;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/// Remembers of a folder what its tree was made from, so that a build with nothing changed need not
/// make the tree again to see that nothing did: the same compiler makes the same tree of the same
/// lab.
///
/// A note is one digest: of the compiler and its Java, of all that the lab was read from, and of
/// the list of files, with their hashes, that came of it. The notes lie in the person's own cache
/// and not beside the tree. What is there others write too, and nobody has to be believed: not even
/// somebody who would put a tree and a note of it under version control.
final class BuildMemory {
  private final Optional<Path> notes;
  private final String compiler;

  /// @param notes the folder of the notes, which need not exist; with none, nothing is remembered
  BuildMemory(Optional<Path> notes, String compiler) {
    this.notes = notes;
    this.compiler = compiler;
  }

  /// That of the person who runs this process.
  static BuildMemory of(Map<String, String> environment) {
    var compiler = Identity.ofThisProcess();
    return new BuildMemory(compiler.isEmpty() ? Optional.empty() : folder(environment), compiler);
  }

  /// `homelabc/builds` in the folder that the XDG Base Directory Specification names.
  private static Optional<Path> folder(Map<String, String> environment) {
    return Optional.of(Path.of(environment.getOrDefault("XDG_CACHE_HOME", "")))
        // The specification says to pass over a relative one.
        .filter(Path::isAbsolute)
        .or(() ->
            Optional.of(Path.of(environment.getOrDefault("HOME", "")))
                .filter(Path::isAbsolute)
                .map(it -> it.resolve(".cache")))
        .map(it -> it.resolve("homelabc").resolve("builds"));
  }

  /// The files of an output folder, where a build of these inputs would find all of them as they
  /// should be.
  ///
  /// @param inputs their digest
  Optional<Set<String>> unchanged(Path output, String inputs) {
    return note(output)
        .flatMap(note ->
            Untouched.in(output)
                .filter(it -> holds(note, digest(inputs, it.mark())))
                .flatMap(Untouched::files));
  }

  /// Remembers that a build of these inputs left this list. Where that fails, builds are only
  /// slower.
  void keep(Path output, String inputs, String mark) {
    note(output)
        .ifPresent(note -> {
          var digest = digest(inputs, mark);
          if (!holds(note, digest)) {
            try {
              Files.createDirectories(note.toAbsolutePath().getParent());
              Files.writeString(note, digest, US_ASCII);
            } catch (IOException e) {
              // What may be half of a digest is none.
            }
          }
        });
  }

  private String digest(String inputs, String mark) {
    return Inputs.digest(List.of(compiler, inputs, mark));
  }

  private static boolean holds(Path note, String digest) {
    try {
      return Files.exists(note)
          && Arrays.equals(Files.readAllBytes(note), digest.getBytes(US_ASCII));
    } catch (IOException e) {
      return false;
    }
  }

  /// Each output folder has one note, by its place.
  private Optional<Path> note(Path output) {
    return notes.map(it -> it.resolve(Sha256.of(output.toAbsolutePath().normalize().toString())));
  }
}
