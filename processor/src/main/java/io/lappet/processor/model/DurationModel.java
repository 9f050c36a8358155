package io.lappet.processor.model;

import java.time.Duration;
import java.util.List;

/**
 * A duration and how it was written.
 *
 * @param text as it stands in the annotation
 * @param value what that means
 * @param parts numbers and units, empty if the text is in ISO-8601
 */
public record DurationModel(String text, Duration value, List<Part> parts) {
  /** A number with its unit, one of {@code ns us ms s m h d}. */
  public record Part(long amount, String unit) {}
}
