package dev.homelabc.diagnostic;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.homelabc.source.Place;
import java.io.IOException;
import java.util.Locale;

/// All that is known of a report. `docs/findings.md` describes the keys, and the schema in
/// `findings.schema.json` beside this class in the jar holds for it.
final class JsonFormat {
  /// Grows when a key goes away or changes its meaning, not when one is added.
  private static final int VERSION = 1;

  private final JsonGenerator json;
  private final Language language;

  private JsonFormat(JsonGenerator json, Language language) {
    this.json = json;
    this.language = language;
  }

  static String print(Report report, Language language) {
    return JsonText.of(json -> new JsonFormat(json, language).report(report));
  }

  private void report(Report report) throws IOException {
    var fingerprints = new Fingerprints(report);
    json.writeNumberField("version", VERSION);
    json.writeBooleanField("fails", report.fails());
    json.writeObjectFieldStart("counts");
    for (var severity : Severity.values()) {
      json.writeNumberField(lower(severity), report.count(severity));
    }
    json.writeNumberField("allowed", report.allowed().size());
    json.writeEndObject();
    json.writeArrayFieldStart("findings");
    for (var finding : report.findings()) {
      json.writeStartObject();
      finding(finding, fingerprints.next(finding));
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeArrayFieldStart("allowed");
    for (var allowed : report.allowed()) {
      json.writeStartObject();
      finding(allowed.finding(), fingerprints.next(allowed.finding()));
      json.writeObjectFieldStart("allow");
      json.writeStringField("reason", allowed.reason());
      place(allowed.place());
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private void finding(Diagnostic finding, String fingerprint) throws IOException {
    json.writeStringField("code", finding.code().name());
    json.writeStringField("severity", lower(finding.severity()));
    json.writeStringField("message", finding.message().in(language));
    json.writeStringField("fingerprint", fingerprint);
    json.writeArrayFieldStart("labels");
    label(finding.primary(), true);
    for (var label : finding.others()) {
      label(label, false);
    }
    json.writeEndArray();
    json.writeArrayFieldStart("help");
    for (var help : finding.help()) {
      json.writeString(help.in(language));
    }
    json.writeEndArray();
    if (finding.fix().isPresent()) {
      fix(finding.fix().get());
    }
  }

  private void label(Label label, boolean isPrimary) throws IOException {
    json.writeStartObject();
    json.writeBooleanField("primary", isPrimary);
    json.writeStringField("text", label.text().in(language));
    place(label.place());
    json.writeEndObject();
  }

  private void fix(Fix fix) throws IOException {
    json.writeObjectFieldStart("fix");
    json.writeStringField("title", fix.title().in(language));
    json.writeArrayFieldStart("edits");
    for (var edit : fix.edits()) {
      json.writeStartObject();
      place(edit.place());
      json.writeStringField("replacement", edit.replacement());
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
  }

  private void place(Place place) throws IOException {
    var region = Region.of(place);
    json.writeStringField("path", place.file().path());
    position("start", region.start());
    position("end", region.end());
  }

  private void position(String key, Region.Position position) throws IOException {
    json.writeObjectFieldStart(key);
    json.writeNumberField("offset", position.offset());
    json.writeNumberField("line", position.line());
    json.writeNumberField("column", position.column());
    json.writeEndObject();
  }

  private static String lower(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
