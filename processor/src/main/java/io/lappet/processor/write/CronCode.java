package io.lappet.processor.write;

import static io.lappet.processor.model.Vocabulary.CRON_TABLE;

import com.palantir.javapoet.CodeBlock;
import io.lappet.internal.time.CronPart;
import io.lappet.processor.model.TimerSchedule.OfDay;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * Writes times of day as a table that a reader can check:
 *
 * <pre>{@code
 * CronTable.of("0 9 * * MON-FRI").seconds(0).minutes(0).hours(9).weekdays(1, 2, 3, 4, 5)
 * }</pre>
 */
final class CronCode {
  /** What a line has besides the value and the name of the constant. */
  private static final int DECLARATION = "  private static final CronTable  = ;".length();

  private CronCode() {}

  /** The value of the constant {@code name}. */
  static CodeBlock of(OfDay times, String name) {
    CodeBlock head = CodeBlock.of("$T.of($S)", CRON_TABLE, times.expression());
    List<CodeBlock> calls = Arrays.stream(CronPart.values())
        .filter(part -> times.fields().numbers(part).length > 0)
        .map(
            part -> CodeBlock.of(".$L($L)", method(part), numbers(times.fields().numbers(part))))
        .toList();
    CodeBlock line =
        CodeBlock.builder().add(head).add(CodeBlock.join(calls, "")).build();
    if (DECLARATION + name.length() + Text.width(line) <= Layout.WIDTH) {
      return line;
    }
    CodeBlock.Builder lines = CodeBlock.builder().add(head).add("$>$>");
    calls.forEach(call -> lines.add("\n").add(call));
    return lines.add("$<$<").build();
  }

  private static CodeBlock numbers(int... numbers) {
    return Arrays.stream(numbers)
        .mapToObj(number -> CodeBlock.of("$L", number))
        .collect(CodeBlock.joining(",$W"));
  }

  /** {@code lastDays} for {@code LAST_DAYS}. */
  private static String method(CronPart part) {
    String[] words = part.name().toLowerCase(Locale.ROOT).split("_");
    return words.length == 1 ? words[0] : words[0] + Text.capitalized(words[1]);
  }
}
