package dev.homelabc.diagnostic;

import static java.nio.charset.StandardCharsets.UTF_8;

/// A path as a part of a URI (RFC 3986): what is not unreserved or `/` stands as its bytes of
/// UTF-8.
final class UriPath {
  private static final String PLAIN = "-._~/";

  private UriPath() {}

  static String of(String path) {
    var uri = new StringBuilder(path.length());
    for (byte it : path.getBytes(UTF_8)) {
      boolean isPlain =
          (it >= 'a' && it <= 'z')
              || (it >= 'A' && it <= 'Z')
              || (it >= '0' && it <= '9')
              || PLAIN.indexOf(it) >= 0;
      uri.append(isPlain ? Character.toString(it) : "%%%02X".formatted(it));
    }
    return uri.toString();
  }
}
