package dev.homelabc.cli;

import dev.homelabc.diagnostic.Language;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.TypeConversionException;

/// The language to answer in: what `--lang` says, before or after the name of the command, else
/// what the environment says.
final class Tongue {
  private static final Map<String, Language> NAMES =
      Map.of("en", Language.ENGLISH, "ko", Language.KOREAN);

  private final OptionSpec option;

  Tongue(Map<String, String> environment) {
    this.option =
        OptionSpec.builder("--lang")
            .type(Language.class)
            .scopeType(ScopeType.INHERIT)
            .paramLabel("LANG")
            .converters(new Names())
            .completionCandidates(new Names())
            .initialValue(ofLocale(environment))
            .description(
                "Language of findings and explanations: ${COMPLETION-CANDIDATES}; by default that"
                    + " of the locale.")
            .build();
  }

  OptionSpec option() {
    return option;
  }

  Language language() {
    return option.getValue();
  }

  /// Of the variables that set the language of messages (locale(7)) the first one that is not empty
  /// counts, whatever it says.
  private static Language ofLocale(Map<String, String> environment) {
    return Stream.of("LC_ALL", "LC_MESSAGES", "LANG")
        .map(it -> environment.getOrDefault(it, ""))
        .filter(it -> !it.isEmpty())
        .findFirst()
        .filter(it -> it.startsWith("ko"))
        .map(_ -> Language.KOREAN)
        .orElse(Language.ENGLISH);
  }

  /// The languages by name.
  static final class Names implements ITypeConverter<Language>, Iterable<String> {
    @Override
    public Language convert(String name) {
      var language = NAMES.get(name);
      if (language == null) {
        throw new TypeConversionException(
            "`" + name + "` is not among the languages " + String.join(", ", this));
      }
      return language;
    }

    @Override
    public Iterator<String> iterator() {
      return List.of("en", "ko").iterator();
    }
  }
}
