package dev.homelabc.cluster;

import java.nio.CharBuffer;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.function.Supplier;
import org.apache.commons.codec.digest.Sha2Crypt;

/// Hashes as in `/etc/shadow`: SHA-512-crypt, which every system of the last fifteen years reads.
///
/// @param salt gives 16 characters of `./0-9A-Za-z`, others each time
public record Sha512Crypt(Supplier<String> salt) {
  private static final String CHARACTERS =
      "./0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";

  private static final int LONGEST_SALT = 16;

  public static Sha512Crypt random() {
    var random = new SecureRandom();
    return new Sha512Crypt(() -> {
      var salt = new StringBuilder();
      for (int i = 0; i < LONGEST_SALT; i++) {
        salt.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
      }
      return salt.toString();
    });
  }

  /// @param password stays as it is
  String hash(char[] password) {
    var encoded = StandardCharsets.UTF_8.encode(CharBuffer.wrap(password));
    var bytes = new byte[encoded.remaining()];
    encoded.get(bytes);
    encoded.flip();
    while (encoded.hasRemaining()) {
      encoded.put((byte) 0);
    }
    // Wipes the bytes.
    return Sha2Crypt.sha512Crypt(bytes, "$6$" + salt.get());
  }
}
