package io.lappet.internal.fabric;

import io.lappet.Fabric.State;
import io.lappet.Worker;
import io.lappet.internal.seam.Deadlines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** One start of a fabric: of all workers that are new, or of none. */
final class Launch {
  private final FabricCore fabric;
  private final Progress progress;
  private final FabricLife life;
  private final boolean refuses;
  private final Duration grace;
  private final List<WorkerCore> claimed = new ArrayList<>();

  /**
   * Prepares a start.
   *
   * @param refuses whether locks in a circle are refused, and not only told
   * @param grace how long those are waited for that had begun when one could not
   */
  Launch(FabricCore fabric, boolean refuses, Duration grace) {
    this.fabric = fabric;
    this.progress = fabric.progress();
    this.life = fabric.life();
    this.refuses = refuses;
    this.grace = grace;
  }

  void run() {
    Roster roster = fabric.roster();
    LockWatch.lookAtStart(fabric.seam().lockOrder(), refuses, roster.classes(), fabric.failures());
    progress.change(() -> claim(roster));
    claimed.sort(Comparator.comparing(WorkerCore::kind));
    prepare();
    life.moveOn(State.NEW, State.RUNNING);
    launch();
  }

  private void claim(Roster roster) {
    life.requireOpenFor(false, "start");
    fabric.venues().askConfiguration();
    fabric.configuration().requireKnown();
    roster.wiring().requireOtherSides();
    for (WorkerCore worker : roster.workers()) {
      if (worker.claim(Worker.State.NEW)) {
        claimed.add(worker);
      }
    }
  }

  private void prepare() {
    try {
      claimed.forEach(WorkerCore::prepare);
    } catch (Throwable e) {
      claimed.forEach(WorkerCore::unclaim); // none has a thread that runs
      throw e;
    }
  }

  private void launch() {
    int launched = 0;
    try {
      for (WorkerCore worker : claimed) {
        launched++;
        worker.launch();
      }
    } catch (Throwable e) {
      takeBack(launched);
      throw e;
    }
  }

  /** Ends the first {@code launched}, and leaves everything as if nobody had started it. */
  private void takeBack(int launched) {
    claimed.subList(launched, claimed.size()).forEach(WorkerCore::unclaim);
    List<WorkerCore> begun = claimed.subList(0, launched);
    begun.forEach(WorkerCore::force);
    progress.awaitUninterruptibly(
        () -> begun.stream().allMatch(worker -> worker.alive() == 0),
        Deadlines.after(fabric.seam(), grace));
    begun.forEach(WorkerCore::unstart);
    life.moveOn(State.RUNNING, State.NEW);
  }
}
