package io.lappet.internal.text;

import static io.lappet.internal.time.CronPart.DAYS;
import static io.lappet.internal.time.CronPart.FIFTH_WEEKDAYS;
import static io.lappet.internal.time.CronPart.HOURS;
import static io.lappet.internal.time.CronPart.LAST_DAYS;
import static io.lappet.internal.time.CronPart.LAST_WEEKDAYS;
import static io.lappet.internal.time.CronPart.LAST_WORKDAYS;
import static io.lappet.internal.time.CronPart.MINUTES;
import static io.lappet.internal.time.CronPart.MONTHS;
import static io.lappet.internal.time.CronPart.SECONDS;
import static io.lappet.internal.time.CronPart.SECOND_WEEKDAYS;
import static io.lappet.internal.time.CronPart.WEEKDAYS;
import static io.lappet.internal.time.CronPart.WORKDAYS;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.lappet.internal.time.CronFields;
import io.lappet.internal.time.CronPart;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CronParserTest {
  @Test
  void fiveFieldsAreMinuteHourDayMonthAndWeekday() throws TextException {
    assertThat(CronParser.parse("1 2 3 4 5"))
        .isEqualTo(fields(SECONDS, 0)
            .with(MINUTES, 1)
            .with(HOURS, 2)
            .with(DAYS, 3)
            .with(MONTHS, 4)
            .with(WEEKDAYS, 5));
  }

  @Test
  void aSixthIsTheSecondInFront() throws TextException {
    assertThat(CronParser.parse("9 1 2 3 4 5"))
        .isEqualTo(fields(SECONDS, 9)
            .with(MINUTES, 1)
            .with(HOURS, 2)
            .with(DAYS, 3)
            .with(MONTHS, 4)
            .with(WEEKDAYS, 5));
  }

  @ParameterizedTest
  @CsvSource({
    "@yearly, 0 0 1 1 *",
    "@annually, 0 0 1 JAN *",
    "@monthly, 0 0 1 * *",
    "@weekly, 0 0 * * SUN",
    "@daily, 0 0 * * *",
    "@midnight, 0 0 0 * * *",
    "@hourly, 0 * * * *",
    "@DAILY, 0 0 ? * *",
  })
  void someHaveNames(String name, String expression) throws TextException {
    assertThat(CronParser.parse(name)).isEqualTo(CronParser.parse(expression));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 9 * * 0           | 0 9 * * 7",
        "0 9 * * 1-5         | 0 9 * * MON-FRI",
        "0 9 * * 6,0         | 0 9 * * sat-Sun",
        "0 9 * * 5-1         | 0 9 * * 0,1,5,6",
        "0 9 * * SUN-TUE     | 0 9 * * 7,1,2",
        "0 9 * * 0-7         | 0 9 * * 1-7",
        "*/15 * * * *        | 0,15,30,45 * * * *",
        "10/20 * * * *       | 10,30,50 * * * *",
        "0 22-2 * * *        | 0 0,1,2,22,23 * * *",
        "0 22-4/3 * * *      | 0 22,1,4 * * *",
        "0 9-17/4 * * *      | 0 9,13,17 * * *",
        "0 0-23 * * *        | 0 * * * *",
        "*/1 */1 */1 */1 */1 | * * * * *",
        "0 0 28-2 * *        | 0 0 1,2,28,29,30,31 * *",
        "0 0 1 NOV-FEB *     | 0 0 1 1,2,11,12 *",
        "0 0 1 */4 *         | 0 0 1 1,5,9 *",
        "0 0 ? * MON         | 0 0 * * MON",
        "0 0 13 * ?          | 0 0 13 * *",
        "' 0  9 * * * '      | 0 9 * * *",
        "00 09 * * *         | 0 9 * * *",
      })
  void theseAreTheSame(String one, String other) throws TextException {
    assertThat(CronParser.parse(one)).isEqualTo(CronParser.parse(other));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "0 0 L * *       | LAST_DAYS     | 0",
        "0 0 l-3 * *     | LAST_DAYS     | 3",
        "0 0 LW * *      | LAST_WORKDAYS | 0",
        "0 0 L-2W * *    | LAST_WORKDAYS | 2",
        "0 0 15W * *     | WORKDAYS      | 15",
        "0 0 * * FRIL    | LAST_WEEKDAYS | 5",
        "0 0 * * 5L      | LAST_WEEKDAYS | 5",
        "0 0 * * 0L      | LAST_WEEKDAYS | 7",
        "0 0 * * MON#2   | SECOND_WEEKDAYS | 1",
        "0 0 * * 7#5     | FIFTH_WEEKDAYS | 7",
      })
  void daysCanBeSpecial(String text, CronPart part, int number) throws TextException {
    assertThat(CronParser.parse(text))
        .isEqualTo(fields(SECONDS, 0).with(MINUTES, 0).with(HOURS, 0).with(part, number));
  }

  @Test
  void bothFieldsOfDaysAddUp() throws TextException {
    assertThat(CronParser.parse("0 0 1,L,LW * 3,FRIL,MON#2,SAT#5"))
        .isEqualTo(fields(SECONDS, 0)
            .with(MINUTES, 0)
            .with(HOURS, 0)
            .with(DAYS, 1)
            .with(LAST_DAYS, 0)
            .with(LAST_WORKDAYS, 0)
            .with(WEEKDAYS, 3)
            .with(LAST_WEEKDAYS, 5)
            .with(SECOND_WEEKDAYS, 1)
            .with(FIFTH_WEEKDAYS, 6));
    assertThat(CronParser.parse("0 0 3W * *").numbers(WORKDAYS)).containsExactly(3);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "*",
        "* * * *",
        "* * * * * * *",
        "-1 * * * *",
        "1- * * * *",
        "-5 * * * *",
        "1-2-3 * * * *",
        "1,,2 * * * *",
        ",1 * * * *",
        "*/ * * * *",
        "*/-1 * * * *",
        "1/2/3 * * * *",
        "60 * * * *",
        "5-60 * * * *",
        "* 24 * * *",
        "* */24 * * *",
        "* * 0 * *",
        "* * 32 * *",
        "* * 0W * *",
        "* * W * *",
        "* * L-31 * *",
        "* * MON * *",
        "* * * 0 *",
        "* * * 13 *",
        "* * * MAR-13 *",
        "* * * * 8",
        "* * * * L",
        "* * * * MON#0",
        "* * * * MON#6",
        "* * * * MON#",
        "* * * * #1",
        "* * * * 1-5L",
        "*,1 * * * *",
        "? * * * *",
        "* * ? * ?",
        "* * 1,? * *",
        "0x1 * * * *",
        "1.5 * * * *",
        "H * * * *",
        "99999999999 * * * *",
        "*/99999999999 * * * *",
        "@",
        "@sometimes",
        "@reboot",
        "0 0 30 2 *",
        "0 0 30,31 FEB *",
        "0 0 31 4,6,9,11 *",
        "0 0 31W 2,4,6 *",
        "0 0 L-29 2 *",
      })
  void everythingElseIsRefused(String text) {
    TextException refused = catchThrowableOfType(TextException.class, () -> CronParser.parse(text));

    assertThat(refused).as(text).isNotNull();
    assertThat(refused.fault()).isNotBlank();
    assertThat(refused.remedy()).endsWith(refused.remedy().endsWith("?") ? "?" : ".");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0 0 29 2 *", // each fourth year
        "0 0 29 2 ?",
        "0 0 * 2 MON#5", // each twenty-eighth, or later
        "0 0 L-28 2 *",
        "0 0 31 2,4,5 *",
        "0 0 30 2 MON", // on Mondays, at least
      })
  void whatIsRareIsNotRefused(String text) throws TextException {
    assertThat(CronParser.parse(text)).isNotNull();
  }

  private static CronFields fields(CronPart part, int number) {
    return CronFields.ALL.with(part, number);
  }
}
