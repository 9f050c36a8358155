package app;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.Timer;
import io.lappet.Worker;
import io.lappet.annotation.Fold;
import io.lappet.annotation.Gap;
import io.lappet.annotation.Overlap;
import io.lappet.gen.CronTable;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Weaving;
import java.time.Duration;

/**
 * {@link Clockwork}, woven: chime() runs every 1h; chime() runs at "0 12 * * SUN" in Europe/Berlin;
 * chime() runs at "&#64;daily"; report() runs at "0 30 2 L-3,LW,15W,10 *&#47;3 FRIL,MON#2,WED" in
 * America/New_York; poll() runs every 100ms and sends to figures, up to 3 runs at a time; refresh()
 * runs at "*&#47;5 * * * *"; watch() runs at "1-59 * 22-2 ? nov-Feb 1-5".
 *
 * <p>From the beginning of 2030 in Europe/Berlin, chime() with "0 12 * * SUN" runs at
 * 2030-01-06T12:00+01:00, 2030-01-13T12:00+01:00, 2030-01-20T12:00+01:00, 2030-01-27T12:00+01:00
 * and 2030-02-03T12:00+01:00.
 *
 * <p>From the beginning of 2030 in the zone of the fabric, chime() with "&#64;daily" runs at
 * 2030-01-01T00:00, 2030-01-02T00:00, 2030-01-03T00:00, 2030-01-04T00:00 and 2030-01-05T00:00.
 *
 * <p>From the beginning of 2030 in America/New_York, report() with "0 30 2 L-3,LW,15W,10 *&#47;3
 * FRIL,MON#2,WED" runs at 2030-01-02T02:30-05:00, 2030-01-09T02:30-05:00, 2030-01-10T02:30-05:00,
 * 2030-01-14T02:30-05:00 and 2030-01-15T02:30-05:00.
 *
 * <p>From the beginning of 2030 in the zone of the fabric, refresh() with "*&#47;5 * * * *" runs at
 * 2030-01-01T00:00, 2030-01-01T00:05, 2030-01-01T00:10, 2030-01-01T00:15 and 2030-01-01T00:20.
 *
 * <p>From the beginning of 2030 in the zone of the fabric, watch() with "1-59 * 22-2 ? nov-Feb 1-5"
 * runs at 2030-01-01T00:00:01, 2030-01-01T00:00:02, 2030-01-01T00:00:03, 2030-01-01T00:00:04 and
 * 2030-01-01T00:00:05.
 */
@LappetGenerated
class WovenClockwork extends Clockwork {
  private static final CronTable CHIME_TIMES_2 = CronTable.of("0 12 * * SUN")
      .seconds(0)
      .minutes(0)
      .hours(12)
      .weekdays(7);

  private static final CronTable CHIME_TIMES_3 = CronTable.of("@daily")
      .seconds(0)
      .minutes(0)
      .hours(0);

  private static final CronTable REPORT_TIMES = CronTable.of("0 30 2 L-3,LW,15W,10 */3 FRIL,MON#2,WED")
      .seconds(0)
      .minutes(30)
      .hours(2)
      .days(10)
      .lastDays(3)
      .workdays(15)
      .lastWorkdays(0)
      .months(1, 4, 7, 10)
      .weekdays(3)
      .secondWeekdays(1)
      .lastWeekdays(5);

  private static final CronTable REFRESH_TIMES = CronTable.of("*/5 * * * *")
      .seconds(0)
      .minutes(0, 5, 10, 15, 20, 25, 30, 35, 40, 45, 50, 55);

  private static final CronTable WATCH_TIMES = CronTable.of("1-59 * 22-2 ? nov-Feb 1-5")
      .seconds(1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20, 21, 22, 23,
          24, 25, 26, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 37, 38, 39, 40, 41, 42, 43, 44, 45,
          46, 47, 48, 49, 50, 51, 52, 53, 54, 55, 56, 57, 58, 59)
      .hours(0, 1, 2, 22, 23)
      .months(1, 2, 11, 12)
      .weekdays(1, 2, 3, 4, 5);

  private final Channel<Integer> figuresChannel;
  private final Timer chimeTimer;
  private final Timer chimeTimer2;
  private final Worker reportWorker;

  WovenClockwork(Fabric fabric) {
    Weaving weaving = Weaving.of(fabric, 1, "Clockwork", this);
    figuresChannel = weaving.<Integer>channel("figures").sentByHand().receivedByHand().make();
    chimeTimer = weaving.timer("chime")
        .every(Duration.ofHours(1))
        .jitter(Duration.ofMinutes(5))
        .timeout(Duration.ofSeconds(30))
        .daemon()
        .runs(this::chime);
    chimeTimer2 = weaving.timer("chime")
        .cron(CHIME_TIMES_2)
        .zone("Europe/Berlin")
        .named("Noon")
        .runs(this::chime);
    weaving.timer("chime").cron(CHIME_TIMES_3).runs(this::chime);
    reportWorker = weaving.timer("report")
        .cron(REPORT_TIMES)
        .zone("America/New_York")
        .gap(Gap.SKIP)
        .fold(Fold.BOTH)
        .timeout(Duration.ofMinutes(1))
        .runsWith(this::report);
    weaving.timer("poll")
        .every(Duration.ofMillis(100))
        .overlap(Overlap.PARALLEL)
        .concurrency(3)
        .sends(this::poll, figuresChannel);
    weaving.timer("refresh")
        .cron(REFRESH_TIMES)
        .overlap(Overlap.CANCEL_PREVIOUS)
        .runs(this::refresh);
    weaving.timer("watch").cron(WATCH_TIMES).overlap(Overlap.QUEUE_ONE).runs(this::watch);
    weaving.register();
  }

  @Override
  Timer chimeTimer() {
    return Weaving.ready(chimeTimer, "Clockwork.chimeTimer()");
  }

  @Override
  Timer chimeTimer2() {
    return Weaving.ready(chimeTimer2, "Clockwork.chimeTimer2()");
  }

  @Override
  Worker chimeWorker2() {
    return Weaving.ready(chimeTimer2, "Clockwork.chimeWorker2()");
  }

  @Override
  Worker reportWorker() {
    return Weaving.ready(reportWorker, "Clockwork.reportWorker()");
  }

  @Override
  Channel<Integer> figures() {
    return Weaving.ready(figuresChannel, "Clockwork.figures()");
  }
}
