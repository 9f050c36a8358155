package io.lappet.internal.fabric;

import io.lappet.Hazard;
import io.lappet.LockOrderException;
import io.lappet.WiringException;
import io.lappet.internal.fabric.Settings.LockOrderWatch;
import io.lappet.internal.order.LockSteps;
import io.lappet.internal.seam.Deadlocks;
import io.lappet.internal.seam.LockOrder;
import io.lappet.internal.seam.Seam;
import io.lappet.internal.seam.SystemSeam;
import io.lappet.internal.seam.WatchingSeam;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What a fabric does about locks that are, or may be, taken in a circle: its seam knows. */
final class LockWatch {
  private LockWatch() {}

  /** The seam of a fabric of production. */
  static Seam of(Settings settings, Failures failures) {
    Deadlocks deadlocks =
        new Deadlocks(text -> failures.hazard(new Hazard(Hazard.Kind.DEADLOCK, text)));
    Seam seam = new SystemSeam(settings.deadlocks() ? deadlocks : null);
    Consumer<String> told = text -> failures.hazard(new Hazard(Hazard.Kind.LOCK_ORDER, text));
    return settings.lockOrder() == LockOrderWatch.OFF ? seam : watching(settings, seam, told, told);
  }

  /** The seam of a test: {@code disorder} is told, but of readers alone only the log is. */
  static Seam ofTest(Settings settings, Seam seam, Consumer<String> disorder) {
    return watching(settings, seam, disorder, Failures::warn);
  }

  /**
   * Joins what the compilations of all modules have seen of locks. Only circles of shared ones are certain;
   * all else is a warning of the log.
   *
   * @param order what the fabric watches; null if nobody has asked it to
   * @param refuses whether a circle that is certain lets the start fail
   * @param live the class of each object that the fabric knows
   * @throws WiringException if it does
   */
  static void lookAtStart(
      @Nullable LockOrder order, boolean refuses, List<Class<?>> live, Failures failures) {
    if (order == null) {
      return;
    }
    LockSteps steps = LockSteps.of(live, order.users());
    steps.certain().ifPresent(text -> {
      if (refuses) {
        throw new WiringException(text);
      }
      failures.hazard(new Hazard(Hazard.Kind.LOCK_ORDER, text));
    });
    steps.likely().ifPresent(Failures::warn);
    steps.waits().ifPresent(Failures::warn);
    steps.hidden().ifPresent(Failures::warn);
  }

  private static Seam watching(
      Settings settings, Seam seam, Consumer<String> told, Consumer<String> toldOfReads) {
    return new WatchingSeam(seam, new LockOrder(contradiction -> {
      (contradiction.onlyReads() ? toldOfReads : told).accept(contradiction.text());
      if (settings.lockOrder() == LockOrderWatch.REFUSE && !contradiction.onlyReads()) {
        throw new LockOrderException(contradiction.text());
      }
    }));
  }
}
