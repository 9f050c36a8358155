package io.lappet.processor.cron;

import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.List;

/**
 * When an expression runs, found by trying: minute by minute, and second by second within minutes
 * that fit. The one thing that is left out are days on which it does not run and clocks do not
 * change.
 *
 * @param endOfGap whether skipped times run at the end of the gap
 * @param first whether times that come twice run the first time
 * @param last whether they run the second time
 */
record SlowCron(RandomCron cron, ZoneId zone, boolean endOfGap, boolean first, boolean last) {
  private static final long MINUTE = 60;

  Instant after(Instant start) {
    ZoneRules rules = zone.getRules();
    long at = start.getEpochSecond() + 1;
    while (true) {
      Instant instant = Instant.ofEpochSecond(at);
      ZoneOffset offset = rules.getOffset(instant);
      LocalDateTime local = LocalDateTime.ofEpochSecond(at, 0, offset);
      if (isEndOfGap(rules, instant) || runs(rules, local, offset)) {
        return instant;
      }
      ZoneOffsetTransition change = rules.nextTransition(instant);
      long midnight = local.toLocalDate().plusDays(1).atStartOfDay().toEpochSecond(offset);
      boolean isPlain = change == null || change.toEpochSecond() > midnight;
      if (isPlain && !cron.date().test(local.toLocalDate())) {
        at = midnight;
      } else if (hasMinute(local)) {
        at++;
      } else {
        at += MINUTE - Math.floorMod(at, MINUTE);
      }
    }
  }

  private boolean runs(ZoneRules rules, LocalDateTime local, ZoneOffset offset) {
    if (!has(local)) {
      return false;
    }
    List<ZoneOffset> offsets = rules.getValidOffsets(local);
    if (offsets.size() == 1) {
      return true;
    }
    return offset.equals(offsets.get(0)) ? first : last;
  }

  /** Whether clocks jump at {@code instant}, and jump over one of the times. */
  private boolean isEndOfGap(ZoneRules rules, Instant instant) {
    ZoneOffsetTransition change = rules.nextTransition(instant.minusSeconds(1));
    if (!endOfGap || change == null || !change.getInstant().equals(instant) || !change.isGap()) {
      return false;
    }
    LocalDateTime skipped = change.getDateTimeBefore();
    while (skipped.isBefore(change.getDateTimeAfter())) {
      if (has(skipped)) {
        return true;
      }
      skipped = hasMinute(skipped)
          ? skipped.plusSeconds(1)
          : skipped.truncatedTo(ChronoUnit.MINUTES).plusMinutes(1);
    }
    return false;
  }

  private boolean has(LocalDateTime local) {
    return hasMinute(local) && cron.second().test(local.getSecond());
  }

  private boolean hasMinute(LocalDateTime local) {
    return cron.minute().test(local.getMinute())
        && cron.hour().test(local.getHour())
        && cron.date().test(local.toLocalDate());
  }
}
