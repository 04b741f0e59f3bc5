package dev.homelabc.value;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/// What is read a character at a time is what these expressions say.
class AsciiTest {
  private static final String CHARACTERS = "aZfg09-_.:/ é";

  private static void isGoodWhere(String expression, Function<String, Reading<?>> read) {
    isGoodWhere(text -> text.matches(expression), read);
  }

  private static void isGoodWhere(Predicate<String> expected, Function<String, Reading<?>> read) {
    var random = new Random(20);
    int good = 0;
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      int length = random.nextInt(7);
      int kinds = 1 + random.nextInt(CHARACTERS.length());
      for (int at = 0; at < length; at++) {
        text.append(CHARACTERS.charAt(random.nextInt(kinds)));
      }
      boolean isGood = read.apply(text.toString()) instanceof Reading.Good<?>;
      assertThat(isGood).as("`%s`", text).isEqualTo(expected.test(text.toString()));
      good += isGood ? 1 : 0;
    }
    assertThat(good).isPositive();
  }

  @Test
  void namesAreLabels() {
    isGoodWhere("[a-z0-9]([a-z0-9-]*[a-z0-9])?", Name::read);
  }

  @Test
  void interfacesHaveLettersAndDigits() {
    isGoodWhere("[A-Za-z0-9][A-Za-z0-9._-]*", InterfaceName::read);
  }

  @Test
  void numbersHaveNoLeadingZero() {
    isGoodWhere("0|[1-9][0-9]*", text -> Whole.read(text, 0, Integer.MAX_VALUE));
  }

  @Test
  void octetsOfAMacAddressAreTwoDigits() {
    isGoodWhere("[0-9A-Fa-f]{2}", text -> MacAddress.read("02:00:00:00:00:" + text));
  }

  @Test
  void octetsOfAnAddressAreNumbers() {
    isGoodWhere(
        "0|[1-9]|[1-9][0-9]|1[0-9][0-9]|2[0-4][0-9]|25[0-5]", text -> Ipv4.read("10.0.0." + text));
  }

  @Test
  void pathsHaveNoHollowParts() {
    isGoodWhere(
        text ->
            text.isEmpty()
                || (text.indexOf(' ') < 0 && !("/" + text + "/").matches(".*/(\\.{0,2})/.*")),
        text -> HostPath.read("/" + text));
  }

  @Test
  void macAddressesPrintAsTheyAreRead() {
    assertThat(MacAddress.read("02:0A:ff:00:20:10").map(MacAddress::toString))
        .isEqualTo(Reading.good("02:0a:ff:00:20:10"));
  }
}
