package dev.homelabc.diagnostic;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MessageTest {
  @Test
  void putsEachArgumentWhereItsPlaceholderStands() {
    assertThat(Message.of("{1} before {0}, {1} again", "a", 2)).hasToString("2 before a, 2 again");
  }

  @Test
  void leavesEveryOtherBraceAndWhatArgumentsHoldAsItIs() {
    assertThat(Message.of("`{` and `${…}` and {x} {0}", "$1 \\ {0}"))
        .hasToString("`{` and `${…}` and {x} $1 \\ {0}");
  }

  @Test
  void saysAnArgumentThatIsAMessageInTheSameLanguage() {
    var message = Message.of("the address of {0}", Message.of("host `{0}`", "box"));

    assertThat(message.in(Language.ENGLISH)).isEqualTo("the address of host `box`");
    assertThat(message.in(Language.KOREAN)).isEqualTo("호스트 `box`의 주소");
  }

  @Test
  void saysInEnglishWhatHasNoTranslation() {
    assertThat(Message.of("no such sentence {0}", 1).in(Language.KOREAN))
        .isEqualTo("no such sentence 1");
  }

  @Test
  void isNothingInEveryLanguage() {
    assertThat(Message.NONE.in(Language.KOREAN)).isEmpty();
    assertThat(Message.NONE.isEmpty()).isTrue();
  }
}
