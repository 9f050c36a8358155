package io.lappet.internal.fabric;

import io.lappet.Coroutine;
import io.lappet.Generator;
import io.lappet.annotation.ThreadKind;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** The coroutines and generators of a fabric. */
final class Coroutines {
  private final FabricCore fabric;
  private final Progress progress;
  private final Crew crew;

  /** Those whose body has begun and not ended. */
  private final Set<CoroutineCore<?, ?>> live = new LinkedHashSet<>(); // guarded by progress

  Coroutines(FabricCore fabric, Progress progress, Crew crew) {
    this.fabric = fabric;
    this.progress = progress;
    this.crew = crew;
  }

  <I, O> CoroutineCore<I, O> coroutine(String name, Coroutine.Routine<I, O> routine) {
    requireOpen("coroutine " + name);
    return new CoroutineCore<>(fabric, numbered(name), routine);
  }

  @SuppressWarnings("NullAway") // a body that has ended returns nothing
  <T> Generator<T> generator(String name, Generator.Source<T> source) {
    requireOpen("generator " + name);
    return new GeneratorCore<>(new CoroutineCore<>(fabric, numbered(name), (first, self) -> {
      source.run(self::suspend);
      return null;
    }));
  }

  /** Differs from the names of all tasks as well. */
  private String numbered(String name) {
    return name + "-" + fabric.errands().nextNumber();
  }

  private void requireOpen(String what) {
    boolean inside = Crew.isInside(fabric);
    progress.change(() -> fabric.life().requireOpenFor(inside, what));
  }

  /** Starts the thread of a body. */
  void begin(CoroutineCore<?, ?> coroutine, Job part) {
    boolean inside = Crew.isInside(fabric);
    progress.change(() -> {
      fabric.life().requireOpenFor(inside, "the start of " + coroutine.name());
      live.add(coroutine);
    });
    boolean begun = false;
    try {
      Thread thread = crew.newThread(coroutine.name(), ThreadKind.AUTO, true, part, coroutine::run);
      coroutine.runBy(thread);
      crew.spawn(thread);
      begun = true;
    } finally {
      if (!begun) {
        progress.change(() -> live.remove(coroutine));
      }
    }
  }

  /** A body has ended. Called by its thread, before anybody learns of it. */
  void ended(CoroutineCore<?, ?> coroutine) {
    crew.retire();
    progress.change(() -> live.remove(coroutine));
  }

  /** Ends all, but those who wait for that, and interrupts those that run. */
  void end() {
    progress
        .locked(() -> live.stream().filter(this::isPresent).toList())
        .forEach(CoroutineCore::abandon);
  }

  /** Ends all those that have begun meanwhile, or when they go on. */
  void endTheRest() {
    progress.locked(() -> List.copyOf(live)).forEach(CoroutineCore::cancel);
  }

  /** Whether all have ended. Call only when holding the lock. */
  boolean haveEnded() {
    return live.stream().noneMatch(this::isPresent);
  }

  private boolean isPresent(CoroutineCore<?, ?> coroutine) {
    return crew.absent().stream()
        .noneMatch(job ->
            job instanceof CoroutineCore<?, ?>.Part part && part.coroutine() == coroutine);
  }
}
