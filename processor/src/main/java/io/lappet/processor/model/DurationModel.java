package io.lappet.processor.model;

import io.lappet.internal.text.DurationText;
import java.time.Duration;
import java.util.List;

/**
 * A duration and how it was written.
 *
 * @param text as it stands in the annotation
 * @param value what that means
 * @param parts numbers and units, empty if the text is in ISO-8601
 */
public record DurationModel(String text, Duration value, List<DurationText.Part> parts) {}
