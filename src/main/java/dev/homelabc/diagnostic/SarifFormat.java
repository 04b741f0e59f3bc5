package dev.homelabc.diagnostic;

import com.fasterxml.jackson.core.JsonGenerator;
import dev.homelabc.source.Place;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Locale;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Stream;

/// SARIF 2.1.0 (OASIS), with the parts that GitHub's code scanning reads. Findings that the lab
/// allows are results with a suppression.
final class SarifFormat {
  private static final String SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json";

  /// Where relative paths begin: the folder that homelabc ran in, as a rule the repository.
  private static final String ROOT = "%SRCROOT%";

  private final JsonGenerator json;
  private final Report report;
  private final Language language;
  private final Fingerprints fingerprints;
  private final SortedMap<String, Code> codes = new TreeMap<>();

  private SarifFormat(JsonGenerator json, Report report, Language language) {
    this.json = json;
    this.report = report;
    this.language = language;
    this.fingerprints = new Fingerprints(report);
    Stream.concat(report.findings().stream(), report.allowed().stream().map(Allowed::finding))
        .forEach(it -> codes.put(it.code().name(), it.code()));
  }

  static String print(Report report, Language language) {
    return JsonText.of(json -> new SarifFormat(json, report, language).log());
  }

  private void log() throws IOException {
    json.writeStringField("$schema", SCHEMA);
    json.writeStringField("version", "2.1.0");
    json.writeArrayFieldStart("runs");
    json.writeStartObject();
    json.writeObjectFieldStart("tool");
    json.writeObjectFieldStart("driver");
    json.writeStringField("name", "homelabc");
    SarifRules.write(json, codes.values(), language);
    json.writeEndObject();
    json.writeEndObject();
    json.writeStringField(
        "language",
        switch (language) {
          case ENGLISH -> "en";
          case KOREAN -> "ko";
        });
    json.writeStringField("columnKind", "utf16CodeUnits");
    json.writeObjectFieldStart("originalUriBaseIds");
    json.writeObjectFieldStart(ROOT);
    text("description", Message.of("The folder that homelabc ran in.").in(language));
    json.writeEndObject();
    json.writeEndObject();
    json.writeArrayFieldStart("results");
    for (var finding : report.findings()) {
      json.writeStartObject();
      result(finding);
      json.writeEndObject();
    }
    for (var allowed : report.allowed()) {
      json.writeStartObject();
      result(allowed.finding());
      suppression(allowed);
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void result(Diagnostic finding) throws IOException {
    var code = finding.code().name();
    json.writeStringField("ruleId", code);
    json.writeNumberField("ruleIndex", codes.headMap(code).size());
    json.writeStringField("level", level(finding.severity()));
    text("message", String.join("\n", Prose.lines(finding, language)));
    json.writeArrayFieldStart("locations");
    location(finding.primary());
    json.writeEndArray();
    if (!finding.others().isEmpty()) {
      json.writeArrayFieldStart("relatedLocations");
      for (var label : finding.others()) {
        location(label);
      }
      json.writeEndArray();
    }
    json.writeObjectFieldStart("partialFingerprints");
    json.writeStringField("statement/v1", fingerprints.next(finding));
    json.writeEndObject();
    if (finding.fix().isPresent()) {
      fix(finding.fix().get());
    }
  }

  private void suppression(Allowed allowed) throws IOException {
    json.writeArrayFieldStart("suppressions");
    json.writeStartObject();
    json.writeStringField("kind", "inSource");
    if (!allowed.reason().isEmpty()) {
      json.writeStringField("justification", allowed.reason());
    }
    json.writeObjectFieldStart("location");
    physical(allowed.place());
    json.writeEndObject();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void fix(Fix fix) throws IOException {
    var byPath = new TreeMap<String, Collection<Fix.Edit>>();
    fix.edits()
        .forEach(
            it -> byPath.computeIfAbsent(it.place().file().path(), _ -> new ArrayList<>()).add(it));
    json.writeArrayFieldStart("fixes");
    json.writeStartObject();
    text("description", fix.title().in(language));
    json.writeArrayFieldStart("artifactChanges");
    for (var change : byPath.entrySet()) {
      json.writeStartObject();
      artifact(change.getKey());
      json.writeArrayFieldStart("replacements");
      for (var edit : change.getValue()) {
        json.writeStartObject();
        region("deletedRegion", edit.place());
        text("insertedContent", edit.replacement());
        json.writeEndObject();
      }
      json.writeEndArray();
      json.writeEndObject();
    }
    json.writeEndArray();
    json.writeEndObject();
    json.writeEndArray();
  }

  private void location(Label label) throws IOException {
    json.writeStartObject();
    physical(label.place());
    if (!label.text().isEmpty()) {
      text("message", label.text().in(language));
    }
    json.writeEndObject();
  }

  private void physical(Place place) throws IOException {
    json.writeObjectFieldStart("physicalLocation");
    artifact(place.file().path());
    region("region", place);
    json.writeEndObject();
  }

  private void artifact(String path) throws IOException {
    json.writeObjectFieldStart("artifactLocation");
    boolean isAbsolute = path.startsWith("/");
    json.writeStringField("uri", (isAbsolute ? "file://" : "") + UriPath.of(path));
    if (!isAbsolute) {
      json.writeStringField("uriBaseId", ROOT);
    }
    json.writeEndObject();
  }

  private void region(String key, Place place) throws IOException {
    var region = Region.of(place);
    json.writeObjectFieldStart(key);
    json.writeNumberField("startLine", region.start().line());
    json.writeNumberField("startColumn", region.start().column());
    json.writeNumberField("endLine", region.end().line());
    json.writeNumberField("endColumn", region.end().column());
    json.writeEndObject();
  }

  private void text(String key, String text) throws IOException {
    json.writeObjectFieldStart(key);
    json.writeStringField("text", text);
    json.writeEndObject();
  }

  static String level(Severity severity) {
    return severity.name().toLowerCase(Locale.ROOT);
  }
}
