package io.lappet.processor.read;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.time.format.DateTimeParseException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DurationsTest {
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
  void aNumberAndAUnit(String text, Duration meant) {
    assertThat(Durations.parse(text).value()).isEqualTo(meant);
  }

  @Test
  void theLongestWorks() {
    assertThat(Durations.parse("9223372036854775807s").value())
        .isEqualTo(Duration.ofSeconds(Long.MAX_VALUE));
  }

  @ParameterizedTest
  @ValueSource(strings = {"9223372036854775808s", "9223372036854775807m", "PT9223372036854775807M"})
  void whatIsLongerIsRefusedAsTooLong(String text) {
    assertThatThrownBy(() -> Durations.parse(text))
        .isInstanceOfAny(ArithmeticException.class, NumberFormatException.class);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "5", "s", "5 s", "5sec", "1.5s", "1m 30s", "${period}", "P1Y"})
  void everythingElseIsRefused(String text) {
    assertThatThrownBy(() -> Durations.parse(text)).isInstanceOf(DateTimeParseException.class);
  }
}
