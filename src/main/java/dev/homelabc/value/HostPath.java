package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;

/// An absolute path on a host, a guest or a node, without `.` and `..`.
///
/// microvm.nix pastes share and image paths unescaped into shell words and comma lists, and
/// systemd-tmpfiles does not escape paths either; so quotes, commas, `=`, `%`, `$`, backslashes,
/// blanks and control characters are refused rather than broken at run time.
public record HostPath(String text) implements Comparable<HostPath> {
  public static final Code BAD =
      Code.error(
          "relative-path",
          "A path on a host or guest is not absolute and plain.",
          "systemd-tmpfiles refuses a path that does not begin with `/`, and virtiofsd would look"
              + " for it below the VM's state directory. `.`, `..` and empty parts hide where it"
              + " leads.",
          example("data/web"),
          example("/var/lib/microvms/web/data"));

  public static final Code UNSAFE =
      Code.error(
          "unsafe-path",
          "A path holds a character that QEMU, microvm.nix or systemd-tmpfiles would misread.",
          "They take paths inside comma lists, shell quotes and `%` patterns without escaping"
              + " them.",
          example("\"/var/lib/my data\""),
          example("/var/lib/my-data"));

  private static String example(String path) {
    return """
    host box
    vlan services {
      id 20
      subnet 10.0.20.0/24
    }
    vm web {
      vlan services
      ip 10.0.20.10
      mac 02:00:00:00:20:10
      vcpu 1
      memory 1GiB
      share data {
        source %s
        mount /var/lib/web
      }
    }
    """
        .replace("%s", path);
  }

  public static Reading<HostPath> read(String text) {
    if (!text.startsWith("/")) {
      return Reading.<HostPath>bad(BAD, Message.of("path `{0}` is not absolute", text))
          .help(Message.of("begin it with `/`"));
    }
    if (text.length() > 1 && hasHollowPart(text)) {
      return Reading.<HostPath>bad(
              BAD, Message.of("path `{0}` has an empty part, `.` or `..`", text))
          .help(Message.of("write the path that it stands for"));
    }
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if ("'\",=%$\\`".indexOf(c) >= 0 || Character.isWhitespace(c) || Character.isISOControl(c)) {
        return Reading.<HostPath>bad(
                UNSAFE, Message.of("path `{0}` holds {1}", printable(text), named(c)))
            .help(Message.of("choose a path of letters, digits and `/ . _ -`"));
      }
    }
    return Reading.good(new HostPath(text));
  }

  /// Whether it has an empty part, `.` or `..`.
  private static boolean hasHollowPart(String text) {
    for (int start = 1; start <= text.length(); ) {
      int slash = text.indexOf('/', start);
      int end = slash < 0 ? text.length() : slash;
      if (end - start <= 2 && text.substring(start, end).chars().allMatch(c -> c == '.')) {
        return true;
      }
      start = end + 1;
    }
    return false;
  }

  private static Message named(char c) {
    if (c == ' ') {
      return Message.of("a blank");
    }
    return Character.isISOControl(c) ? Message.of("a control character") : Message.of("`{0}`", c);
  }

  private static String printable(String text) {
    return text.replaceAll("\\p{Cntrl}", "�");
  }

  /// The folder that holds it; `/` is its own parent.
  public HostPath parent() {
    int slash = text.lastIndexOf('/');
    return new HostPath(slash <= 0 ? "/" : text.substring(0, slash));
  }

  @Override
  public int compareTo(HostPath other) {
    return text.compareTo(other.text);
  }

  @Override
  public String toString() {
    return text;
  }
}
