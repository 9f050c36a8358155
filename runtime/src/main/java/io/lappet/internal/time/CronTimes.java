package io.lappet.internal.time;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import org.jspecify.annotations.Nullable;

/**
 * The times at which the clocks of a zone show what {@link CronFields} say.
 *
 * <p>It goes from one change of the offset to the next. In between local times are plain, and the
 * next one is found part by part, without trying any in vain.
 */
public final class CronTimes {
  private static final Instant END =
      LocalDateTime.of(CronFields.LAST_YEAR + 1, 1, 1, 0, 0).toInstant(ZoneOffset.UTC);

  /** A time between two changes. */
  private record Span(ZoneOffset offset, @Nullable ZoneOffsetTransition change) {
    LocalDateTime local(long second) {
      return LocalDateTime.ofEpochSecond(second, 0, offset);
    }

    /** Whether a local time that is not before it is in it. */
    boolean has(LocalDateTime local) {
      return change == null || local.toEpochSecond(offset) < change.toEpochSecond();
    }
  }

  private final CronFields fields;
  private final ZoneRules rules;
  private final Clocks clocks;

  /** The times of {@code fields} in {@code zone}. */
  public CronTimes(CronFields fields, ZoneId zone, Clocks clocks) {
    this.fields = fields;
    this.rules = zone.getRules();
    this.clocks = clocks;
  }

  /** The first time after {@code instant}; null if there is none before the year 10000. */
  public @Nullable Instant after(Instant instant) {
    if (!instant.isBefore(END)) {
      return null;
    }
    Span span = spanAt(instant.getEpochSecond());
    LocalDateTime from = span.local(instant.getEpochSecond()).plusSeconds(1);
    while (true) {
      LocalDateTime next = fields.next(from);
      if (next == null) {
        return null;
      }
      ZoneOffsetTransition change = span.change();
      if (change == null || span.has(next)) {
        ZoneOffsetTransition fold = refusing(next, span.offset());
        if (fold == null) {
          return next.toInstant(span.offset());
        }
        from = fold.getDateTimeBefore();
        continue;
      }
      if (change.isGap() && clocks.endOfGap() && next.isBefore(change.getDateTimeAfter())) {
        return change.getInstant();
      }
      // No local time before this one, in any offset, is one of ours.
      long idle = next.minusDays(2).toEpochSecond(ZoneOffset.UTC);
      boolean isRepeated = change.isOverlap() && from.isAfter(change.getDateTimeAfter());
      if (idle > change.toEpochSecond() && !isRepeated) {
        span = spanAt(idle);
        from = span.local(idle);
      } else {
        span = spanAt(change.toEpochSecond());
        from = change.getDateTimeAfter();
      }
    }
  }

  private Span spanAt(long second) {
    Instant instant = Instant.ofEpochSecond(second);
    return new Span(rules.getOffset(instant), rules.nextTransition(instant));
  }

  /** The change because of which {@code local} comes twice, if this time it is not meant. */
  private @Nullable ZoneOffsetTransition refusing(LocalDateTime local, ZoneOffset offset) {
    if (clocks.first() && clocks.last()) {
      return null;
    }
    ZoneOffsetTransition fold = rules.getTransition(local);
    if (fold == null || fold.isGap()) {
      return null;
    }
    boolean isMeant = offset.equals(fold.getOffsetBefore()) ? clocks.first() : clocks.last();
    return isMeant ? null : fold;
  }

  @Override
  public String toString() {
    return fields + ", " + rules + ", " + clocks;
  }
}
