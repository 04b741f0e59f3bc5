package dev.homelabc.diagnostic;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.homelabc.source.Place;
import java.io.IOException;

/// The diagnostic format of reviewdog (its message `DiagnosticResult`), whose columns count bytes
/// of UTF-8.
final class RdjsonFormat {
  private final JsonGenerator json;
  private final Language language;

  private RdjsonFormat(JsonGenerator json, Language language) {
    this.json = json;
    this.language = language;
  }

  static String print(Report report, Language language) {
    return JsonText.of(json -> {
      var format = new RdjsonFormat(json, language);
      json.writeObjectFieldStart("source");
      json.writeStringField("name", "homelabc");
      json.writeEndObject();
      json.writeArrayFieldStart("diagnostics");
      for (var finding : report.findings()) {
        format.diagnostic(finding);
      }
      json.writeEndArray();
    });
  }

  private void diagnostic(Diagnostic finding) throws IOException {
    var place = finding.primary().place();
    json.writeStartObject();
    json.writeStringField("message", String.join("\n", Prose.lines(finding, language)));
    json.writeObjectFieldStart("location");
    json.writeStringField("path", place.file().path());
    range(place);
    json.writeEndObject();
    json.writeStringField("severity", severity(finding.severity()));
    json.writeObjectFieldStart("code");
    json.writeStringField("value", finding.code().name());
    json.writeEndObject();
    suggestions(finding);
    json.writeEndObject();
  }

  /// Each suggestion is another way to resolve the finding, and all are of its file: a fix of
  /// several edits would be taken for several fixes.
  private void suggestions(Diagnostic finding) throws IOException {
    var edits = finding.fix().map(Fix::edits);
    if (edits.isEmpty() || edits.get().size() > 1) {
      return;
    }
    var edit = edits.get().getFirst();
    if (edit.place().file().path().equals(finding.primary().place().file().path())) {
      json.writeArrayFieldStart("suggestions");
      json.writeStartObject();
      range(edit.place());
      json.writeStringField("text", edit.replacement());
      json.writeEndObject();
      json.writeEndArray();
    }
  }

  private void range(Place place) throws IOException {
    var region = Region.of(place);
    json.writeObjectFieldStart("range");
    position("start", region.start());
    position("end", region.end());
    json.writeEndObject();
  }

  private void position(String key, Region.Position position) throws IOException {
    json.writeObjectFieldStart(key);
    json.writeNumberField("line", position.line());
    json.writeNumberField("column", position.byteColumn());
    json.writeEndObject();
  }

  private static String severity(Severity severity) {
    return switch (severity) {
      case ERROR, WARNING -> severity.name();
      case NOTE -> "INFO";
    };
  }
}
