package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Resource;
import io.lappet.processor.body.facts.Spot;
import java.util.Collection;
import java.util.Optional;

/**
 * Something that can end a wait.
 *
 * @param of the object that it does it to, as its method names it
 * @param needs the locks without which it does not get there
 */
record Ender(MethodFacts method, Path of, Collection<Hold> needs, Spot spot) {
  /** How sure it is that it needs a lock. */
  enum Need {
    NONE,
    LIKELY,
    CERTAIN
  }

  /** Whether it needs {@code held}, which is held by who waits for {@code awaited}. */
  Need needs(Resource held, Optional<Resource> awaited) {
    Need most = Need.NONE;
    for (Hold hold : needs) {
      Resource lock = hold.lock();
      if (lock.node().equals(held.node())) {
        boolean isOne = lock.key().isEmpty() && held.key().isEmpty();
        boolean isSameObject = awaited
            .filter(it -> it.of().isKnown()
                && it.of().equals(held.of())
                && of.isKnown()
                && of.equals(lock.of()))
            .isPresent();
        if (isOne && (lock.node().shared() || isSameObject)) {
          return Need.CERTAIN;
        }
        most = Need.LIKELY;
      }
    }
    return most;
  }
}
