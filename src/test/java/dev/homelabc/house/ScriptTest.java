package dev.homelabc.house;

import static org.assertj.core.api.Assertions.assertThat;

import dev.homelabc.consumer.Consumer;
import org.junit.jupiter.api.Test;

class ScriptTest {
  @Test
  void shellcheckFindsNothingInOurScripts() {
    var result =
        Consumer.require("shellcheck")
            .run(
                "homelabc",
                ".ci/run",
                "bench/kill-builds",
                "packaging/homelabc",
                "packaging/try-in-chroot",
                "src/main/resources/dev/homelabc/bundle/verify.sh");
    assertThat(result.out() + result.err()).isEmpty();
    assertThat(result.exitCode()).isZero();
  }
}
