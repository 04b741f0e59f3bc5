package dev.homelabc.diagnostic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/// Names for the findings of a report, by which a reviewer's tool knows them again in the next one:
/// made of code, path, the words of the statement with those around it, and a number where that is
/// not enough. Lines that move change none of it.
final class Fingerprints {
  private static final int BYTES = 16;

  private final Report report;
  private final Map<String, Integer> counts = new HashMap<>();

  Fingerprints(Report report) {
    this.report = report;
  }

  /// The name of the next finding; to be asked once for each, in the order of the report.
  String next(Diagnostic finding) {
    var place = finding.primary().place();
    var words = report.context().apply(place);
    var key = String.join("\0", finding.code().name(), place.file().path(), words);
    return hash(key + "\0" + counts.merge(key, 1, Integer::sum));
  }

  private static String hash(String text) {
    try {
      var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8));
      return HexFormat.of().formatHex(digest, 0, BYTES);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
  }
}
