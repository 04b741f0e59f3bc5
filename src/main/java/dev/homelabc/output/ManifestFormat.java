package dev.homelabc.output;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonFactoryBuilder;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import dev.homelabc.output.Conflict.Obstacle;
import dev.homelabc.value.Name;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;

/// The manifest as JSON, one entry a line, so that a version control shows what changed.
///
/// ```
/// {
///   "version": 2,
///   "lab": "homelab",
///   "files": {
///     "vms/vault.nix": "9f86d081884c7d65…"
///   },
///   "folders": [
///     "vms"
///   ]
/// }
/// ```
///
/// `underway` looks like `files` and is left out when it is empty, as is an unknown `lab`. Version
/// 1 did not know `lab`.
final class ManifestFormat {
  private static final int VERSION = 2;
  private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
  private static final JsonFactory JSON =
      new JsonFactoryBuilder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private ManifestFormat() {}

  /// What reading a manifest comes to.
  sealed interface Reading {
    record Understood(Manifest manifest) implements Reading {}

    record Rejected(Obstacle obstacle) implements Reading {}
  }

  static String write(Manifest manifest) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      json.setPrettyPrinter(oneEntryALine());
      json.writeStartObject();
      json.writeNumberField("version", VERSION);
      if (manifest.lab().isPresent()) {
        json.writeStringField("lab", manifest.lab().get().text());
      }
      writeHashes(json, "files", manifest.files());
      if (!manifest.underway().isEmpty()) {
        writeHashes(json, "underway", manifest.underway());
      }
      json.writeArrayFieldStart("folders");
      for (RelPath folder : manifest.folders()) {
        json.writeString(folder.text());
      }
      json.writeEndArray();
      json.writeEndObject();
    } catch (IOException e) {
      throw new UncheckedIOException("a string does not fail to be written to", e);
    }
    return text + "\n";
  }

  /// Reads what [#write] wrote; all else is unreadable, because a guess could cost a file.
  static Reading read(byte[] bytes) {
    try (JsonParser json = JSON.createParser(bytes)) {
      expect(json, JsonToken.START_OBJECT);
      expect(json, JsonToken.FIELD_NAME);
      // First of all, because what follows may have another shape in another version.
      if (!json.currentName().equals("version")) {
        throw garbled(json);
      }
      expect(json, JsonToken.VALUE_NUMBER_INT);
      int version = json.getIntValue();
      if (version > VERSION) {
        return new Reading.Rejected(Obstacle.NEWER_MANIFEST);
      }
      if (version < 1) {
        throw garbled(json);
      }
      var lab = Optional.<Name>empty();
      var files = new TreeMap<RelPath, String>();
      var underway = new TreeMap<RelPath, String>();
      var folders = new TreeSet<RelPath>();
      while (json.nextToken() == JsonToken.FIELD_NAME) {
        switch (json.currentName()) {
          case "lab" -> {
            expect(json, JsonToken.VALUE_STRING);
            lab = Optional.of(new Name(json.getText()));
          }
          case "files" -> readHashes(json, files);
          case "underway" -> readHashes(json, underway);
          case "folders" -> readFolders(json, folders);
          default -> throw garbled(json);
        }
      }
      if (json.currentToken() != JsonToken.END_OBJECT || json.nextToken() != null) {
        throw garbled(json);
      }
      return new Reading.Understood(new Manifest(lab, files, underway, folders));
    } catch (IOException | IllegalArgumentException e) {
      // The bytes are in memory, so this is no failure of the disk. The second is a bad path or
      // name.
      return new Reading.Rejected(Obstacle.GARBLED_MANIFEST);
    }
  }

  private static void writeHashes(JsonGenerator json, String name, SortedMap<RelPath, String> map)
      throws IOException {
    json.writeObjectFieldStart(name);
    for (var entry : map.entrySet()) {
      json.writeStringField(entry.getKey().text(), entry.getValue());
    }
    json.writeEndObject();
  }

  private static void readHashes(JsonParser json, SortedMap<RelPath, String> into)
      throws IOException {
    expect(json, JsonToken.START_OBJECT);
    while (json.nextToken() == JsonToken.FIELD_NAME) {
      var path = RelPath.of(json.currentName());
      expect(json, JsonToken.VALUE_STRING);
      if (!HASH.matcher(json.getText()).matches()) {
        throw garbled(json);
      }
      into.put(path, json.getText());
    }
  }

  private static void readFolders(JsonParser json, SortedSet<RelPath> into) throws IOException {
    expect(json, JsonToken.START_ARRAY);
    while (json.nextToken() == JsonToken.VALUE_STRING) {
      into.add(RelPath.of(json.getText()));
    }
    if (json.currentToken() != JsonToken.END_ARRAY) {
      throw garbled(json);
    }
  }

  private static void expect(JsonParser json, JsonToken token) throws IOException {
    if (json.nextToken() != token) {
      throw garbled(json);
    }
  }

  private static JsonParseException garbled(JsonParser json) {
    return new JsonParseException(json, "not a manifest");
  }

  private static DefaultPrettyPrinter oneEntryALine() {
    var indenter = new DefaultIndenter("  ", "\n");
    var separators =
        Separators.createDefaultInstance()
            .withObjectFieldValueSpacing(Separators.Spacing.AFTER)
            .withObjectEmptySeparator("")
            .withArrayEmptySeparator("");
    var printer = new DefaultPrettyPrinter(separators);
    printer.indentObjectsWith(indenter);
    printer.indentArraysWith(indenter);
    return printer;
  }
}
