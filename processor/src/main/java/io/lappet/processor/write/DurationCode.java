package io.lappet.processor.write;

import com.palantir.javapoet.CodeBlock;
import io.lappet.internal.text.DurationText.Part;
import io.lappet.processor.model.DurationModel;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;

/** Writes durations as the user wrote them: {@code 1m30s} is {@code ofMinutes(1).plusSeconds(30)}. */
final class DurationCode {
  private static final Map<String, String> UNITS = Map.of(
      "ns", "Nanos", "ms", "Millis", "s", "Seconds", "m", "Minutes", "h", "Hours", "d", "Days");

  private DurationCode() {}

  static CodeBlock of(DurationModel duration) {
    List<Part> parts = duration.parts();
    if (parts.isEmpty()) {
      return CodeBlock.of("$T.parse($S)", Duration.class, duration.text());
    }
    CodeBlock.Builder code =
        CodeBlock.builder().add("$T.of", Duration.class).add(amount(parts.get(0)));
    for (Part part : parts.subList(1, parts.size())) {
      code.add(".plus").add(amount(part));
    }
    return code.build();
  }

  private static CodeBlock amount(Part part) {
    String number = part.amount() > Integer.MAX_VALUE ? part.amount() + "L" : "" + part.amount();
    // Duration has neither ofMicros nor plusMicros.
    return part.unit().equals("us")
        ? CodeBlock.of("($L, $T.MICROS)", number, ChronoUnit.class)
        : CodeBlock.of("$L($L)", UNITS.get(part.unit()), number);
  }
}
