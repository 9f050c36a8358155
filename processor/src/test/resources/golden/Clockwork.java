package app;

import io.lappet.Channel;
import io.lappet.Tick;
import io.lappet.Timer;
import io.lappet.Worker;
import io.lappet.annotation.Fold;
import io.lappet.annotation.Gap;
import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;

/** Everything that can be said of a timer. */
@Woven
abstract class Clockwork {
  abstract Timer chimeTimer();

  abstract Timer chimeTimer2();

  abstract Worker chimeWorker2();

  abstract Worker reportWorker();

  abstract Channel<Integer> figures();

  @PeriodicTimer(every = "1h", jitter = "5m", timeout = "30s", daemon = true)
  @PeriodicTimer(cron = "0 12 * * SUN", zone = "Europe/Berlin", name = "Noon")
  @PeriodicTimer(cron = "@daily")
  void chime() {}

  @PeriodicTimer(
      cron = "0 30 2 L-3,LW,15W,10 */3 FRIL,MON#2,WED",
      zone = "America/New_York",
      gap = Gap.SKIP,
      fold = Fold.BOTH,
      timeout = "1m")
  void report(Tick tick) {}

  @PeriodicTimer(every = "100ms", overlap = Overlap.PARALLEL, concurrency = 3, to = "figures")
  int poll() {
    return 1;
  }

  @PeriodicTimer(cron = "*/5 * * * *", overlap = Overlap.CANCEL_PREVIOUS)
  void refresh() {}

  @PeriodicTimer(cron = "1-59 * 22-2 ? nov-Feb 1-5", overlap = Overlap.QUEUE_ONE)
  void watch() {}
}
