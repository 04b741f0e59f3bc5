package dev.homelabc.value;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SshKeyTest {
  private static final String BLOB =
      "AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7bq";

  @ParameterizedTest
  @ValueSource(
      strings = {
        "ssh-ed25519 " + BLOB,
        "ssh-ed25519 " + BLOB + " admin@homelab",
        "ssh-ed25519 " + BLOB + " 관리자의 노트북 ${x} '' \"",
        "ecdsa-sha2-nistp256 AAAAE2VjZHNhLXNoYTItbmlzdHAyNTYAAAAIbmlzdHAyNTYAAAABBA==",
        "sk-ssh-ed25519@openssh.com AAAAGnNrLXNzaC1lZDI1NTE5QG9wZW5zc2guY29tAAAAAQEAAAAEc3NoOg=="
      })
  void takesALineOfAuthorizedKeysAsItStands(String line) {
    assertThat(SshKey.read(line)).isEqualTo(Reading.good(new SshKey(line)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        BLOB,
        "ssh-dss " + BLOB,
        "ssh-ed25519",
        "ssh-ed25519 ",
        "ssh-ed25519  " + BLOB,
        "ssh-rsa " + BLOB,
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIIr6dJjKk5PrwJmFZbcvJkTqgS8R3hVkvAFLSzE2o7",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5",
        "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5/////w==",
        "ssh-ed25519 not-base64!",
        "ssh-ed25519 " + BLOB + "\n",
        "ssh-ed25519 " + BLOB + " a\tb",
        "no-pty ssh-ed25519 " + BLOB,
      })
  void refusesWhatSshdWouldSkipOrReadOtherwise(String line) {
    assertThat(bad(line).code()).isEqualTo(SshKey.BAD);
  }

  @Test
  void tellsOptionsFromRubbish() {
    assertThat(bad("command=\"/bin/ls -l\" ssh-ed25519 " + BLOB).message().toString())
        .contains("options");
    assertThat(bad("rubbish").message().toString()).doesNotContain("options");
  }

  @Test
  void repeatsNothingOfAPrivateKey() {
    var secret = "b3BlbnNzaC1rZXktdjEgYW5kIHRoZSByZXN0";
    for (var text :
        new String[] {
          "-----BEGIN OPENSSH PRIVATE KEY-----\n" + secret + "\n-----END OPENSSH PRIVATE KEY-----",
          "-----BEGIN RSA PRIVATE KEY----- " + secret,
          secret,
          "ssh-ed25519 " + secret
        }) {
      assertThat(bad(text).message().toString() + bad(text).help())
          .doesNotContain(secret.substring(0, 8));
    }
    assertThat(bad("-----BEGIN RSA PRIVATE KEY----- " + secret).message().toString())
        .contains("private key");
  }

  private static Reading.Bad<?> bad(String line) {
    assertThat(SshKey.read(line)).isInstanceOf(Reading.Bad.class);
    return (Reading.Bad<?>) SshKey.read(line);
  }
}
