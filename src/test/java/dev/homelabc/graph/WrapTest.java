package dev.homelabc.graph;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WrapTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "one two three four five six seven eight nine ten",
        "a-name-as-long-as-a-label-can-be-sixty-three-letters-aaaaaaaaaa",
        "집 안의 모든 기기가 있는 네트워크, 줄이 길어서 여러 줄로 나뉘어야 합니다",
        "띄어쓰기가없는아주아주아주아주긴한국어문장",
        "👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦👩‍👩‍👧‍👦",
        "ssh 22, kubelet 10250, nodeport 30000-32767"
      })
  void everyLineFitsAndNoLetterIsLost(String text) {
    for (var style : TextStyle.values()) {
      var lines = Wrap.at(120, text, style);
      assertThat(lines).allMatch(it -> style.width(it) <= 120);
      assertThat(String.join("", lines).replace(" ", "")).isEqualTo(text.replace(" ", ""));
    }
  }

  @Test
  void keepsAPortWithItsName() {
    assertThat(Wrap.at(120, "port ssh 22, kubelet 10250, api 6443", TextStyle.FACT))
        .containsExactly("port ssh 22,", "kubelet 10250,", "api 6443");
  }

  @Test
  void breaksALongWordBehindAMark() {
    assertThat(Wrap.at(120, "/var/lib/containers/storage/overlay", TextStyle.FACT))
        .containsExactly("/var/lib/containers/", "storage/overlay");
  }

  @Test
  void aKoreanLetterIsTwiceAsWideAsALatinOne() {
    int latin = TextStyle.FACT.width("0".repeat(50));
    int korean = TextStyle.FACT.width("가".repeat(50));
    assertThat(korean).isBetween(latin * 3 / 2, latin * 2);
  }
}
