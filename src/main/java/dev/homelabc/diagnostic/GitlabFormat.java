package dev.homelabc.diagnostic;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;

/// A code quality report as GitLab reads it: the subset of Code Climate's format that it documents.
final class GitlabFormat {
  private GitlabFormat() {}

  static String print(Report report, Language language) {
    return JsonText.array(json -> {
      var fingerprints = new Fingerprints(report);
      for (var finding : report.findings()) {
        issue(json, finding, fingerprints.next(finding), language);
      }
    });
  }

  private static void issue(
      JsonGenerator json, Diagnostic finding, String fingerprint, Language language)
      throws IOException {
    var place = finding.primary().place();
    var region = Region.of(place);
    json.writeStartObject();
    json.writeStringField("type", "issue");
    json.writeStringField("check_name", finding.code().name());
    json.writeStringField("description", String.join("\n", Prose.lines(finding, language)));
    json.writeStringField("fingerprint", fingerprint);
    json.writeStringField("severity", severity(finding.severity()));
    json.writeObjectFieldStart("location");
    json.writeStringField("path", place.file().path());
    json.writeObjectFieldStart("lines");
    json.writeNumberField("begin", region.start().line());
    json.writeNumberField("end", region.end().line());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndObject();
  }

  /// Of GitLab's five words, from `info` to `blocker`.
  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR -> "critical";
      case WARNING -> "minor";
      case NOTE -> "info";
    };
  }
}
