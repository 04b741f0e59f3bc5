package dev.homelabc.emit.openshift;

import dev.homelabc.emit.Yaml;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions.ScalarStyle;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

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
    private final IdentityHashMap<Node, Boolean> seen = new IdentityHashMap<>();

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
      if (root == null) {
        // A script, or something else that cloud-init takes: only its own program knows the places.
        return new UserData(
            PASSWORD
                .matcher(source)
                .replaceAll(Matcher.quoteReplacement(placeholder(false, account))),
            true);
      }
      visit(
          root, "", text(root, "user").or(() -> text(child(root, "user"), "name")).orElse(account));
      var text = new StringBuilder(marked);
      edits.sort(Comparator.comparingInt(Edit::from).reversed());
      edits.forEach(edit -> text.replace(edit.from, edit.to, edit.text));
      boolean asks = !placeholders.isEmpty();
      return new UserData(replaced(text.toString()), asks);
    }

    private @Nullable MappingNode root() {
      var first = source.lines().findFirst().orElse("");
      if (first.startsWith("#") && !first.matches("#cloud-config\\s*|## *template:.*")) {
        return null;
      }
      try {
        var yaml = new org.yaml.snakeyaml.Yaml(new LoaderOptions());
        return yaml.compose(new StringReader(marked)) instanceof MappingNode mapping
            ? mapping
            : null;
      } catch (YAMLException e) {
        return null;
      }
    }

    private void visit(Node node, String path, String owner) {
      if (seen.put(node, true) != null) {
        return;
      }
      switch (node) {
        case MappingNode mapping -> {
          boolean user =
              path.equals("users") || path.equals("user") || path.equals("chpasswd/users");
          var name = user ? text(mapping, "name").orElse(owner) : owner;
          boolean plain = text(mapping, "type").filter("text"::equals).isPresent();
          for (var tuple : mapping.getValue()) {
            visit(tuple.getKeyNode(), path, name);
            var key = tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "";
            var below = path.isEmpty() ? key : path + "/" + key;
            // cloud-init's default for `type` is `hash`.
            visit(
                tuple.getValueNode(),
                below.equals("chpasswd/users/password") && !plain ? "users/passwd" : below,
                name);
          }
        }
        case SequenceNode sequence -> sequence.getValue().forEach(it -> visit(it, path, owner));
        case ScalarNode scalar -> fill(scalar, path, owner);
        default -> {}
      }
    }

    private void fill(ScalarNode scalar, String path, String owner) {
      var words = word.matcher(scalar.getValue());
      while (words.find()) {
        var whose = path.equals("chpasswd/list") ? lineOwner(scalar, words.start(), owner) : owner;
        placeholders.put(words.group(), placeholder(HASHED.contains(path), whose));
      }
      // `@` cannot begin a plain scalar, so plain ones that hold a placeholder are quoted.
      if (scalar.getScalarStyle() == ScalarStyle.PLAIN && word.matcher(scalar.getValue()).find()) {
        edits.add(
            new Edit(
                marked.offsetByCodePoints(0, scalar.getStartMark().getIndex()),
                marked.offsetByCodePoints(0, scalar.getEndMark().getIndex()),
                Yaml.quoted(scalar.getValue())));
      }
    }

    /// `chpasswd: list:` has lines `ACCOUNT:PASSWORD`.
    private static String lineOwner(ScalarNode scalar, int word, String owner) {
      var before = scalar.getValue().substring(0, word);
      var line = before.substring(before.lastIndexOf('\n') + 1).strip();
      return line.endsWith(":") && line.length() > 1 ? line.substring(0, line.length() - 1) : owner;
    }

    /// Words that the document does not hold stand in comments and become what they were.
    private String replaced(String text) {
      return word.matcher(text)
          .replaceAll(match ->
              Matcher.quoteReplacement(placeholders.getOrDefault(match.group(), "{{ password }}")));
    }

    private static @Nullable Node child(@Nullable Node node, String key) {
      if (node instanceof MappingNode mapping) {
        for (var tuple : mapping.getValue()) {
          if (tuple.getKeyNode() instanceof ScalarNode name && name.getValue().equals(key)) {
            return tuple.getValueNode();
          }
        }
      }
      return null;
    }

    private static Optional<String> text(@Nullable Node node, String key) {
      return child(node, key) instanceof ScalarNode scalar
          ? Optional.of(scalar.getValue())
          : Optional.empty();
    }
  }
}
