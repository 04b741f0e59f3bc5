package dev.homelabc.rule.hygiene;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SecretNameTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "password",
        "DB_PASSWORD",
        "adminPassword",
        "plain_text_passwd",
        "services.grafana.settings.secret",
        "API_KEY",
        "apiKey",
        "client-secret",
        "K3S_TOKEN",
        "wireguardPrivateKey"
      })
  void knowsTheNamesOfSecrets(String name) {
    assertThat(SecretName.isSecret(name, "correct-horse")).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "passwordFile",
        "PASSWORD_FILE",
        "hashedPassword",
        "initialHashedPassword",
        "publicKey",
        "authorizedKeys.keys",
        "key",
        "ssh-key",
        "secretName",
        "tokenTtl",
        "max-token",
        "PasswordAuthentication",
        "passwordless",
        "monkey"
      })
  void leavesOtherNamesAlone(String name) {
    assertThat(SecretName.isSecret(name, "correct-horse")).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{{ password }}",
        "'{{ password }}'",
        "${config.sops.placeholder.db}",
        "$(DB_PASSWORD)",
        "$6$rounds=4096$salt$hash",
        "{SSHA}c2VjcmV0",
        "sha256:0123abcd",
        "/run/keys/token",
        "vault/run/keys",
        "https://id.example.org/token",
        "<password>",
        "%(ENV_TOKEN)s",
        "!",
        "true",
        "none",
        "12"
      })
  void leavesValuesAloneThatAreNoSecret(String value) {
    assertThat(SecretName.isSecret("password", value)).isFalse();
  }
}
