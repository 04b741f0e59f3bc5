package dev.homelabc.diagnostic;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;

/// One JSON object or array as text for programs that people look at too: indented, LF, a newline
/// at the end.
public final class JsonText {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonText() {}

  /// Writes the members of the object, or the elements of the array.
  @FunctionalInterface
  public interface Members {
    void write(JsonGenerator json) throws IOException;
  }

  public static String of(Members members) {
    return print(json -> {
      json.writeStartObject();
      members.write(json);
      json.writeEndObject();
    });
  }

  static String array(Members elements) {
    return print(json -> {
      json.writeStartArray();
      elements.write(json);
      json.writeEndArray();
    });
  }

  private static String print(Members value) {
    var text = new StringWriter();
    try (JsonGenerator json = JSON.createGenerator(text)) {
      var indenter = new DefaultIndenter("  ", "\n");
      json.setPrettyPrinter(
          new DefaultPrettyPrinter().withObjectIndenter(indenter).withArrayIndenter(indenter));
      value.write(json);
    } catch (IOException e) {
      throw new UncheckedIOException("a string does not fail to be written to", e);
    }
    return text + "\n";
  }
}
