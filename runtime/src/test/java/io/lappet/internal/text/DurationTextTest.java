package io.lappet.internal.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationTextTest {
  @ParameterizedTest
  @CsvSource({
    "7ns, PT0.000000007S",
    "7us, PT0.000007S",
    "7ms, PT0.007S",
    "7s, PT7S",
    "7m, PT7M",
    "7h, PT7H",
    "7d, PT168H",
    "1m30s, PT1M30S",
    "PT5S, PT5S",
    "0s, PT0S"
  })
  void aNumberAndAUnit(String text, Duration meant) throws TextException {
    assertThat(DurationText.read(text).value()).isEqualTo(meant);
  }

  @Test
  void theLongestWorks() throws TextException {
    assertThat(DurationText.read("9223372036854775807s").value())
        .isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808s", "9223372036854775807m", "PT9223372036854775807M"})
  void whatIsLongerIsRefusedAsTooLong(String text) {
    refuses(text, "is longer than a Duration can be");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-5s", "PT-5S"})
  void whatIsNegativeIsRefusedAsSuch(String text) {
    refuses(text, "is negative");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "5 s", "5sec", "1.5s", "1m 30s", "${period}", "P1Y"})
  void everythingElseIsRefused(String text) {
    refuses(text, "is not a duration");
  }

  @Test
  void zeroIsRefusedWhereSomeTimeIsNeeded() throws TextException {
    assertThat(DurationText.readPositive("1ns").value()).isEqualTo(Duration.ofNanos(1));
    assertThatThrownBy(() -> DurationText.readPositive("PT0S"))
        .isInstanceOfSatisfying(
            TextException.class,
            e -> assertThat(e.fault()).isEqualTo("is zero, but must be longer"));
  }

  private static void refuses(String text, String fault) {
    assertThatThrownBy(() -> DurationText.read(text))
        .isInstanceOfSatisfying(TextException.class, e -> assertThat(e.fault()).isEqualTo(fault));
  }
}
