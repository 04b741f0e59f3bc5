package dev.homelabc.diagnostic;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.util.Collection;

/// What `explain` says of a code, as SARIF's metadata of a rule.
final class SarifRules {
  private SarifRules() {}

  static void write(JsonGenerator json, Collection<Code> codes, Language language)
      throws IOException {
    json.writeArrayFieldStart("rules");
    for (var code : codes) {
      json.writeStartObject();
      json.writeStringField("id", code.name());
      text(json, "shortDescription", code.what(language));
      text(json, "fullDescription", code.why(language));
      json.writeObjectFieldStart("defaultConfiguration");
      json.writeBooleanField("enabled", !code.isOff());
      json.writeStringField("level", SarifFormat.level(code.severity()));
      json.writeEndObject();
      json.writeObjectFieldStart("help");
      json.writeStringField("text", help(code, language, "", ""));
      json.writeStringField("markdown", help(code, language, "```lab\n", "```\n"));
      json.writeEndObject();
      json.writeEndObject();
    }
    json.writeEndArray();
  }

  private static String help(Code code, Language language, String open, String close) {
    var has = Message.of("This lab has the finding:").in(language);
    var hasNot = Message.of("This one does not:").in(language);
    return "%s\n\n%s\n\n%s%s%s\n%s\n\n%s%s%s"
        .formatted(
            code.why(language),
            has,
            open,
            lines(code.bad()),
            close,
            hasNot,
            open,
            lines(code.good()),
            close);
  }

  private static String lines(String lab) {
    return lab.stripTrailing() + "\n";
  }

  private static void text(JsonGenerator json, String key, String text) throws IOException {
    json.writeObjectFieldStart(key);
    json.writeStringField("text", text);
    json.writeEndObject();
  }
}
