package dev.homelabc.rule.hygiene;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// Whether a name such as `DB_PASSWORD`, `adminPassword` or `services.x.apiKey` says that its value
/// is a secret, and the value is one rather than where to find it.
final class SecretName {
  /// Last words of such names.
  private static final Set<String> SECRET =
      Set.of("password", "passwd", "passphrase", "secret", "token", "apikey", "psk");

  /// Words before a last `key`.
  private static final Set<String> KEYS =
      Set.of("api", "private", "secret", "encryption", "signing", "auth", "preshared");

  /// Words that make something else of it: `hashedPassword`, `publicToken`.
  private static final Set<String> HARMLESS =
      Set.of("hash", "hashed", "public", "max", "min", "no", "disable", "require", "allow");

  /// Where words meet: `_`, `-`, and a capital after a small letter.
  private static final Pattern SEAM = Pattern.compile("[_-]+|(?<=[a-z0-9])(?=[A-Z])");

  /// Words that choose something and are no secret of anybody.
  private static final Set<String> CHOICES =
      Set.of(
          "true", "false", "null", "none", "auto", "disabled", "enabled", "required", "optional");

  /// Placeholders, paths, addresses, and what is a hash already.
  private static final Pattern ELSEWHERE =
      Pattern.compile(
          "(?s)[\"']?(?:[/~<@!*$]|\\./|\\{[A-Z]|(?:sha|pbkdf|argon|scrypt|bcrypt)[0-9a-z]*:).*"
              + "|.*(?:\\{\\{|\\$\\{|\\$\\(|://|/run/|%[({]).*");

  private static final int SHORTEST = 4;

  private SecretName() {}

  static boolean isSecret(String name, String value) {
    return mayEndASecret(name) && isSecret(words(name)) && isLiteral(value.strip());
  }

  /// Whether the end of a name is that of one of a secret, before it is taken apart into words.
  private static boolean mayEndASecret(String name) {
    var lower = name.toLowerCase(Locale.ROOT);
    for (var word : SECRET) {
      if (lower.endsWith(word)) {
        return true;
      }
    }
    // The last word is what stands before a seam at the end, too.
    return lower.endsWith("key") || lower.endsWith("_") || lower.endsWith("-");
  }

  private static List<String> words(String name) {
    var last = name.substring(name.lastIndexOf('.') + 1);
    return SEAM.splitAsStream(last).map(it -> it.toLowerCase(Locale.ROOT)).toList();
  }

  private static boolean isSecret(List<String> words) {
    if (words.isEmpty() || words.stream().anyMatch(HARMLESS::contains)) {
      return false;
    }
    boolean isKey =
        words.getLast().equals("key")
            && words.size() > 1
            && KEYS.contains(words.get(words.size() - 2));
    return isKey || SECRET.contains(words.getLast());
  }

  private static boolean isLiteral(String value) {
    return value.length() >= SHORTEST
        && !CHOICES.contains(value.toLowerCase(Locale.ROOT))
        && !ELSEWHERE.matcher(value).matches();
  }
}
