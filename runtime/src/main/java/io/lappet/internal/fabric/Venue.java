package io.lappet.internal.fabric;

import io.lappet.internal.channel.Vigil;
import java.util.List;
import java.util.function.BiConsumer;

/**
 * Where tasks run: on threads of their own, on a lane, on the loop of a confined object.
 *
 * <p>A task that is accepted is run at most once, by who gets it from {@link TaskCore#run}, and
 * until then somebody else may end it. The one who does ends it first and then says {@link
 * #withdrawn}; so for each task that {@link #accept} was called with there is one {@link #begun} or
 * one {@link #withdrawn}, also if it was refused.
 */
abstract class Venue {
  /** How long those who wait for one of its tasks stay awake. */
  final Vigil vigil;

  Venue(Vigil vigil) {
    this.vigil = vigil;
  }

  /**
   * Takes {@code task} in, to run it. One that cannot be run fails.
   *
   * @throws io.lappet.FabricClosedException if nothing more is accepted; the caller ends the task
   */
  abstract void accept(TaskCore<?> task);

  /** A thread begins to run the body of {@code task}. Called by that thread. */
  void begun(TaskCore<?> task) {}

  /** The body of {@code task} has returned. Said before anybody learns of the end. */
  void returned(TaskCore<?> task) {}

  /** A task ended before anybody had begun it. */
  void withdrawn(TaskCore<?> task) {}

  /**
   * Runs {@code task} in place, if the calling thread, which is about to wait for it, may do so.
   *
   * @param unlimited whether it would wait without a limit
   */
  void help(TaskCore<?> task, boolean unlimited) {}

  /**
   * Refuses a wait that would never end.
   *
   * @throws IllegalStateException if {@code task} cannot be run while the calling thread waits
   */
  void requireMayWait(TaskCore<?> task) {}

  /** How many of its tasks closing has to wait for; those that nobody has begun count as well. */
  abstract long awaited();

  /** How many of its tasks are not over, whoever waits for them. */
  abstract long present();

  /** How many threads it has that serve one task after the other. */
  long poolThreads() {
    return 0;
  }

  /** Adds all tasks that have not ended, or whose body has not. */
  abstract void listTasks(List<TaskCore<?>> all);

  /** Adds its threads that run user code now, and what they are there for. */
  abstract void listThreads(BiConsumer<Thread, Job> all);

  /** Lets no task begin any more; leaves bodies alone that run. */
  abstract void stop();

  /** Whether nothing and nobody is left, and nothing more will come. */
  abstract boolean isOver();
}
