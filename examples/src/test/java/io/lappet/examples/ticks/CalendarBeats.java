package io.lappet.examples.ticks;

import io.lappet.Tick;
import io.lappet.annotation.Fold;
import io.lappet.annotation.Gap;
import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;

/** Timers at times of day of all kinds, for tests that say what each run does. */
final class CalendarBeats {
  private CalendarBeats() {}

  abstract static class Nightly extends Beats.Told {
    Nightly(Beats.Beat beat) {
      super(beat);
    }

    @PeriodicTimer(cron = "30 2 * * *", zone = "Europe/Berlin")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class NightlySkip extends Beats.Told {
    NightlySkip(Beats.Beat beat) {
      super(beat);
    }

    @PeriodicTimer(cron = "30 2 * * *", zone = "Europe/Berlin", gap = Gap.SKIP, fold = Fold.BOTH)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class NightlyLast extends Beats.Told {
    NightlyLast(Beats.Beat beat) {
      super(beat);
    }

    @PeriodicTimer(cron = "30 2 * * *", zone = "Europe/Berlin", gap = Gap.AT_END, fold = Fold.LAST)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class Quarterly extends Beats.Told {
    Quarterly(Beats.Beat beat) {
      super(beat);
    }

    @PeriodicTimer(cron = "*/30 * * * *", zone = "Europe/Berlin")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class QuarterlyOnce extends Beats.Told {
    QuarterlyOnce(Beats.Beat beat) {
      super(beat);
    }

    @PeriodicTimer(
        cron = "*/30 * * * *",
        zone = "Europe/Berlin",
        gap = Gap.AT_END,
        fold = Fold.FIRST)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class CronJitter extends Beats.Told {
    CronJitter(Beats.Beat beat) {
      super(beat);
    }

    @PeriodicTimer(cron = "* * * * *", jitter = "20s")
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }

  abstract static class CronCancelPrevious extends Beats.Told {
    CronCancelPrevious(Beats.Beat beat) {
      super(beat);
    }

    @PeriodicTimer(cron = "*/10 * * * * *", overlap = Overlap.CANCEL_PREVIOUS)
    void tick(Tick tick) throws Exception {
      run(tick);
    }
  }
}
