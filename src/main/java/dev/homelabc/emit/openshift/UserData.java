package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import dev.homelabc.model.EmbeddedYaml;
import dev.homelabc.model.YamlNode;
import dev.homelabc.source.Span;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Cloud-init user data in which each `{{ password }}` says whose password it is and in which form
/// it is wanted: `@@homelabc:password-hash:ACCOUNT@@` where cloud-init takes a crypt(3) hash,
/// `@@homelabc:password:ACCOUNT@@` elsewhere. Everything else is kept word for word, comments too.
///
/// @param asks whether there is a placeholder, so that the text is not yet complete
record UserData(String text, boolean asks) {
  private static final Pattern PASSWORD = Pattern.compile("\\{\\{ *password *\\}\\}");

  /// Where cloud-init hands the value to `useradd -p` or `chpasswd -e`, which take a hash. Source:
  /// cloud-init's modules cc_users_groups and cc_set_passwords.
  private static final Set<String> HASHED =
      Set.of("users/passwd", "users/hashed_passwd", "user/passwd", "user/hashed_passwd");

  /// @param account whose password is meant where the text names none
  static UserData of(String text, String account) {
    if (!PASSWORD.matcher(text).find()) {
      return new UserData(text, false);
    }
    return new Filling(text, account).filled();
  }

  private static String placeholder(boolean hashed, String account) {
    return "@@homelabc:password" + (hashed ? "-hash" : "") + ":" + encoded(account) + "@@";
  }

  /// An account as it can stand in any quotes: bytes other than letters, digits, `.`, `_` and `-`
  /// as `%` and two hexadecimal digits.
  private static String encoded(String account) {
    var encoded = new StringBuilder();
    for (byte b : account.getBytes(StandardCharsets.UTF_8)) {
      boolean plain = b > 0 && (Character.isLetterOrDigit(b) || b == '.' || b == '_' || b == '-');
      encoded.append(plain ? String.valueOf((char) b) : "%%%02x".formatted(b & 0xff));
    }
    return encoded.toString();
  }

  /// One run over one text. The passwords are first replaced by plain words, because `{{ password
  /// }}` without quotes is a YAML mapping of a mapping; then their places in the document tell the
  /// rest.
  private static final class Filling {
    private record Edit(int from, int to, String text) {}

    private final String source;
    private final String account;
    private final Pattern word;
    private final String marked;
    private final Map<String, String> placeholders = new HashMap<>();
    private final List<Edit> edits = new ArrayList<>();

    /// What an alias repeats is there once.
    private final Set<Span> seen = new HashSet<>();

    Filling(String source, String account) {
      this.source = source;
      this.account = account;
      var stem = new StringBuilder("homelabcPassword");
      while (source.contains(stem)) {
        stem.append('X');
      }
      this.word = Pattern.compile(stem + "([0-9]+)e");
      int[] count = {0};
      this.marked = PASSWORD.matcher(source).replaceAll(_ -> stem.toString() + count[0]++ + "e");
    }

    UserData filled() {
      var root = root();
      if (root.isEmpty()) {
        // A script, or something else that cloud-init takes: only its own program knows the places.
        return new UserData(
            PASSWORD
                .matcher(source)
                .replaceAll(Matcher.quoteReplacement(placeholder(false, account))),
            true);
      }
      visit(root.get(), "", user(root.get()));
      var text = new StringBuilder(marked);
      edits.sort(Comparator.comparingInt(Edit::from).reversed());
      edits.forEach(edit -> text.replace(edit.from, edit.to, edit.text));
      boolean asks = !placeholders.isEmpty();
      return new UserData(replaced(text.toString()), asks);
    }

    /// Whose password is meant at the top: that of `user`, which is a name or has one.
    private String user(YamlNode.Mapping root) {
      return text(root, "user")
          .or(() ->
              root.member("user")
                  .flatMap(it ->
                      it.value() instanceof YamlNode.Mapping user
                          ? text(user, "name")
                          : Optional.empty()))
          .orElse(account);
    }

    private Optional<YamlNode.Mapping> root() {
      var first = source.lines().findFirst().orElse("");
      if (first.startsWith("#") && !first.matches("#cloud-config\\s*|## *template:.*")) {
        return Optional.empty();
      }
      return EmbeddedYaml.read(marked)
              instanceof EmbeddedYaml.Outcome.Good(YamlNode.Mapping mapping)
          ? Optional.of(mapping)
          : Optional.empty();
    }

    private void visit(YamlNode node, String path, String owner) {
      switch (node) {
        case YamlNode.Mapping mapping -> {
          boolean user =
              path.equals("users") || path.equals("user") || path.equals("chpasswd/users");
          var name = user ? text(mapping, "name").orElse(owner) : owner;
          boolean plain = text(mapping, "type").filter("text"::equals).isPresent();
          for (var member : mapping.members()) {
            visit(member.key(), path, name);
            var key = member.key().value();
            var below = path.isEmpty() ? key : path + "/" + key;
            // cloud-init's default for `type` is `hash`.
            visit(
                member.value(),
                below.equals("chpasswd/users/password") && !plain ? "users/passwd" : below,
                name);
          }
        }
        case YamlNode.Sequence(_, var items) -> items.forEach(it -> visit(it, path, owner));
        case YamlNode.Scalar scalar -> {
          if (seen.add(scalar.span())) {
            fill(scalar, path, owner);
          }
        }
      }
    }

    private void fill(YamlNode.Scalar scalar, String path, String owner) {
      var words = word.matcher(scalar.value());
      while (words.find()) {
        var whose = path.equals("chpasswd/list") ? lineOwner(scalar, words.start(), owner) : owner;
        placeholders.put(words.group(), placeholder(HASHED.contains(path), whose));
      }
      // `@` cannot begin a plain scalar, so plain ones that hold a placeholder are quoted.
      if (scalar.isPlain() && word.matcher(scalar.value()).find()) {
        edits.add(
            new Edit(scalar.span().start(), scalar.span().end(), Yaml.quoted(scalar.value())));
      }
    }

    /// `chpasswd: list:` has lines `ACCOUNT:PASSWORD`.
    private static String lineOwner(YamlNode.Scalar scalar, int word, String owner) {
      var before = scalar.value().substring(0, word);
      var line = before.substring(before.lastIndexOf('\n') + 1).strip();
      return line.endsWith(":") && line.length() > 1 ? line.substring(0, line.length() - 1) : owner;
    }

    /// Words that the document does not hold stand in comments and become what they were.
    private String replaced(String text) {
      return word.matcher(text)
          .replaceAll(match ->
              Matcher.quoteReplacement(placeholders.getOrDefault(match.group(), "{{ password }}")));
    }

    private static Optional<String> text(YamlNode.Mapping mapping, String key) {
      return mapping.scalar(key).map(YamlNode.Scalar::value);
    }
  }
}
