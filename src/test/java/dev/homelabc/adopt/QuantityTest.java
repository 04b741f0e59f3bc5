package dev.homelabc.adopt;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.value.Reading;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuantityTest {
  @ParameterizedTest
  @CsvSource({
    "4Gi, 4GiB, true",
    "1.5Gi, 1536MiB, true",
    "0.5Gi, 512MiB, true",
    "2048Mi, 2GiB, true",
    "1024Ki, 1MiB, true",
    "1Pi, 1024TiB, true",
    "4294967296, 4GiB, true",
    "4G, 3815MiB, false",
    "4000M, 3815MiB, false",
    "4000000k, 3815MiB, false",
    "4e9, 3815MiB, false",
    "4E9, 3815MiB, false",
    "1T, 953675MiB, false",
    "1048577, 2MiB, false",
    "1.Gi, 1GiB, true"
  })
  void isReadAsKubernetesReadsIt(String text, String size, boolean isExact) {
    var quantity = ((Reading.Good<Quantity>) Quantity.read(text)).value();
    assertThat(quantity.size()).hasToString(size);
    assertThat(quantity.isExact()).isEqualTo(isExact);
  }

  @ParameterizedTest
  @CsvSource({
    "4GB, write `4Gi`",
    "4GiB, write `4Gi`",
    "4gi, write `4Gi`",
    "4 Gi, write `4Gi`",
    "4K, write `4Ki`",
    "4, 'write the unit, for example `4Gi`'",
    "four, 'write a number and a unit, for example `4Gi`'",
    "-4Gi, 'write a number and a unit, for example `4Gi`'"
  })
  void aSlipHasItsAdvice(String text, String help) {
    assertThat(((Reading.Bad<Quantity>) Quantity.read(text)).help()).get().hasToString(help);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "0", "0Gi", "1Ki", "100m", "1Ei", "1e99", "9999999Pi", "1_000Mi", "1,5Gi"})
  void noSizeOfALabIsRefused(String text) {
    assertThat(Quantity.read(text)).isInstanceOf(Reading.Bad.class);
  }
}
