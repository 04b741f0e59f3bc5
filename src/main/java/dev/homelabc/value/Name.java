package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import java.util.Locale;
import java.util.regex.Pattern;

/// An RFC 1123 label: 1 to 63 lower-case letters, digits and hyphens, a letter or digit at both
/// ends. It becomes a host name, a file name, a flake attribute and a Kubernetes object name.
public record Name(String text) implements Comparable<Name> {
  public static final Code BAD =
      Code.error(
          "bad-name",
          "A name is not an RFC 1123 label.",
          "Names become host names, file names and Kubernetes object names, which agree on"
              + " lower-case letters, digits and hyphens, 63 at most.",
          """
          vlan Services_20 {
            id 20
            subnet 10.0.20.0/24
          }
          """,
          """
          vlan services-20 {
            id 20
            subnet 10.0.20.0/24
          }
          """);

  private static final Pattern DEVICES = Pattern.compile("con|prn|aux|nul|(com|lpt)[0-9]");

  public Name {
    if (!isLabel(text)) {
      throw new IllegalArgumentException("name " + text);
    }
  }

  public static Reading<Name> read(String text) {
    if (DEVICES.matcher(text).matches()) {
      return Reading.<Name>bad(
              BAD, Message.of("`{0}` is a device on Windows, where no file can have it", text))
          .help(Message.of("choose another name, for example `{0}-1`", text));
    }
    if (isLabel(text)) {
      return Reading.good(new Name(text));
    }
    if (text.length() > 63) {
      return Reading.bad(
          BAD, Message.of("name `{0}` has {1} characters, 63 are allowed", text, text.length()));
    }
    var bad = Reading.<Name>bad(BAD, Message.of("`{0}` is not a name{1}", text, reason(text)));
    var lower = text.toLowerCase(Locale.ROOT).replace('_', '-').replace('.', '-');
    return isLabel(lower) ? bad.help(Message.of("write `{0}`", lower)) : bad;
  }

  private static boolean isLabel(String text) {
    return text.length() <= 63
        && Ascii.isAll(text, c -> Ascii.isLower(c) || Ascii.isDigit(c) || c == '-')
        && !text.startsWith("-")
        && !text.endsWith("-");
  }

  private static Message reason(String text) {
    if (text.isEmpty()) {
      return Message.of(": it is empty");
    }
    if (text.startsWith("-") || text.endsWith("-")) {
      return Message.of(": it begins or ends with a hyphen");
    }
    return text.chars()
        .mapToObj(Character::toString)
        .filter(c -> !c.matches("[a-z0-9-]"))
        .findFirst()
        .map(c -> Message.of(": `{0}` is not a lower-case letter, a digit or a hyphen", c))
        .orElse(Message.NONE);
  }

  @Override
  public int compareTo(Name other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
