package dev.homelabc.value;

import dev.homelabc.diagnostic.Code;
import dev.homelabc.diagnostic.Message;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/// The public key of an SSH user, as a line of `authorized_keys` (sshd(8)): type, key in Base64,
/// and perhaps a comment; no options.
///
/// No message repeats the text, for it may be a private key.
public record SshKey(String text) {
  public static final Code BAD =
      Code.error(
          "bad-ssh-key",
          "An SSH key is not one line with a public key.",
          "sshd skips a line that it cannot read, and nobody gets in. A private key would be open"
              + " to every user of each host, in its Nix store.",
          example("AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7bq"),
          example(
              "ssh-ed25519"
                  + " AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7bq admin"));

  /// Those that OpenSSH takes from a user; DSA keys it no longer does.
  private static final Set<String> TYPES =
      Set.of(
          "ssh-ed25519",
          "ssh-rsa",
          "ecdsa-sha2-nistp256",
          "ecdsa-sha2-nistp384",
          "ecdsa-sha2-nistp521",
          "sk-ssh-ed25519@openssh.com",
          "sk-ecdsa-sha2-nistp256@openssh.com");

  private static String example(String key) {
    return """
    lab home {
      ssh-key "%s"
    }
    """
        .replace("%s", key);
  }

  public static Reading<SshKey> read(String text) {
    if (text.contains("PRIVATE KEY")) {
      return Reading.<SshKey>bad(
              BAD, Message.of("this is a private key, which must not be in a lab"))
          .help(
              Message.of(
                  "write the line of the file that ends in `.pub`, and make a new key: this one has"
                      + " been shown"));
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      return Reading.<SshKey>bad(
              BAD, Message.of("a public key is one line, without tabs and line breaks"))
          .help(Message.of("give each key an `ssh-key` of its own"));
    }
    var words = List.of(text.split(" ", 3));
    var type = words.getFirst();
    if (!TYPES.contains(type)) {
      return Arrays.stream(text.split(" ")).anyMatch(TYPES::contains)
          ? Reading.<SshKey>bad(
                  BAD, Message.of("a public key begins with its type, not with options"))
              .help(
                  Message.of(
                      "take out what stands before the type; options can go into a `nix` module"))
          : Reading.<SshKey>bad(
                  BAD, Message.of("the key does not begin with a type such as `ssh-ed25519`"))
              .help(Message.of("write the whole line of the file that ends in `.pub`"));
    }
    if (words.size() < 2 || !isKey(type, words.get(1))) {
      return Reading.<SshKey>bad(
              BAD, Message.of("what follows `{0}` is not a whole key of this type", type))
          .help(Message.of("copy the line again from the file that ends in `.pub`"));
    }
    return Reading.good(new SshKey(text));
  }

  /// Whether the blob is a run of fields, each after its length (RFC 4253, section 6.6), of which
  /// the first is the type.
  private static boolean isKey(String type, String base64) {
    ByteBuffer blob;
    try {
      blob = ByteBuffer.wrap(Base64.getDecoder().decode(base64));
    } catch (IllegalArgumentException _) {
      return false;
    }
    int fields = 0;
    while (blob.remaining() >= Integer.BYTES) {
      int length = blob.getInt();
      if (length < 0 || length > blob.remaining()) {
        return false;
      }
      var field = new byte[length];
      blob.get(field);
      if (fields == 0 && !type.equals(new String(field, StandardCharsets.UTF_8))) {
        return false;
      }
      fields++;
    }
    return fields > 1 && !blob.hasRemaining();
  }

  @Override
  public String toString() {
    return text;
  }
}
