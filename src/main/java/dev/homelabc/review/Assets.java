package dev.homelabc.review;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.Objects;

/// What the page brings along. It allows itself this script and nothing else: no other script, no
/// request, no form.
///
/// @param policy its Content-Security-Policy
record Assets(String style, String script, String policy) {
  static Assets load() {
    var script = read("review.js");
    return new Assets(
        read("review.css"),
        script,
        "default-src 'none'; script-src 'sha256-%s'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"
            .formatted(hash(script)));
  }

  private static String read(String name) {
    try (var in = Assets.class.getResourceAsStream("/templates/review/" + name)) {
      return new String(Objects.requireNonNull(in, name).readAllBytes(), UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String hash(String script) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(script.getBytes(UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
