package dev.homelabc.cluster;

import dev.homelabc.model.EmbeddedYaml;
import dev.homelabc.model.YamlNode;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/// A place in user data that waits for a password; the target `openshift` writes it as
/// `@@homelabc:password:ACCOUNT@@`, or `password-hash` where a hash is wanted.
///
/// @param start, end where it stands in the text
record Blank(int start, int end, String account, boolean isHashed, Quoting quoting) {
  private static final Pattern MARK =
      Pattern.compile("@@homelabc:(password|password-hash):([^@]*)@@");

  /// The blanks of a text, in order.
  static List<Blank> in(String text) {
    var marks = MARK.matcher(text);
    if (!marks.find()) {
      return List.of();
    }
    var scalars = scalars(text);
    return marks
        .reset()
        .results()
        .map(it ->
            new Blank(
                it.start(),
                it.end(),
                decoded(it.group(2)),
                it.group(1).endsWith("hash"),
                quoting(text, scalars, it.start())))
        .toList();
  }

  private static Quoting quoting(String text, List<YamlNode.Scalar> scalars, int mark) {
    return scalars.stream()
        .filter(it -> it.span().start() <= mark && mark < it.span().end())
        .findFirst()
        .map(it ->
            switch (text.charAt(it.span().start())) {
              case '"' -> Quoting.DOUBLE;
              case '\'' -> Quoting.SINGLE;
              default -> Quoting.PLAIN;
            })
        .orElse(Quoting.UNKNOWN);
  }

  /// The texts of a cloud-config; none of anything else that cloud-init takes, nor of a Jinja
  /// template, in which braces of a password would mean something.
  private static List<YamlNode.Scalar> scalars(String text) {
    var first = text.lines().findFirst().orElse("");
    var scalars = new ArrayList<YamlNode.Scalar>();
    if (first.strip().equals("#cloud-config")
        && EmbeddedYaml.read(text) instanceof EmbeddedYaml.Outcome.Good(var root)) {
      collect(root, scalars);
    }
    return scalars;
  }

  private static void collect(YamlNode node, List<YamlNode.Scalar> scalars) {
    switch (node) {
      case YamlNode.Scalar scalar -> scalars.add(scalar);
      case YamlNode.Sequence(_, var items) -> items.forEach(it -> collect(it, scalars));
      case YamlNode.Mapping(_, var members) ->
          members.forEach(it -> {
            collect(it.key(), scalars);
            collect(it.value(), scalars);
          });
    }
  }

  /// Bytes that are neither letter, digit, `.`, `_` nor `-` stand as `%` and two digits.
  private static String decoded(String account) {
    var bytes = new ByteArrayOutputStream();
    for (int i = 0; i < account.length(); i++) {
      if (account.charAt(i) == '%' && i + 2 < account.length()) {
        bytes.write(Integer.parseInt(account, i + 1, i + 3, 16));
        i += 2;
      } else {
        bytes.write(account.charAt(i));
      }
    }
    return bytes.toString(StandardCharsets.UTF_8);
  }
}
