package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Act.Access;
import io.lappet.processor.body.facts.Act.Invoke;
import io.lappet.processor.body.facts.Act.Take;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import io.lappet.processor.body.facts.Path;
import io.lappet.processor.body.facts.Spot;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * Finds who changes what a guard reads without its lock. Of another object, which does not know that
 * lock, those who call it hold the lock or do not.
 *
 * @param lock the lock under which the guard is asked
 * @param owner the full name of the class of the guard
 */
record Unheard(Node lock, String owner, Changes changes, Facts facts) {
  /**
   * A change that nobody who waits hears of.
   *
   * @param by the method that makes it, or that calls the object that does
   * @param isOwn whether {@code by} is a method of the object that waits
   */
  record Change(MethodFacts by, Spot where, String field, boolean isOwn) {}

  /** A change of the field of object {@code of} that a guard reads. */
  Optional<Change> change(Access read, Path of) {
    FieldUse.Field field = FieldUse.Field.of(read);
    // What is volatile is meant to be changed by others, whichever of several objects it is.
    boolean isVolatile =
        field.facts(facts).filter(it -> it.is(Modifier.VOLATILE)).isPresent();
    boolean isLooked = of.isKnown() || of.isOfThis() && isVolatile;
    if (read.isWrite() || of.isFresh() || !isLooked) {
      return Optional.empty();
    }
    return changes.of(field).stream()
        .filter(use -> use.of().isKnown() && !use.isUnclear())
        .filter(use -> !isToldLater(use.in(), use.access()))
        .flatMap(use -> change(use, of).stream())
        .findFirst();
  }

  private Optional<Change> change(FieldUse use, Path of) {
    boolean isOwn = of.isThis() || of.equals(Path.SHARED);
    if (isOwn) {
      return use.isUnder(lock) ? Optional.empty() : Optional.of(change(use, true));
    }
    if (use.of().isThis()) {
      return change(use, use.in(), true, new HashSet<>());
    }
    boolean isUnder = use.held().stream().anyMatch(this::isLock) && use.of().equals(of);
    return isUnder ? Optional.empty() : Optional.of(change(use, false));
  }

  private static Change change(FieldUse use, boolean isOwn) {
    return new Change(use.in(), use.access().spot(), use.field().name(), isOwn);
  }

  private Change change(FieldUse use, Facts.Site site) {
    boolean isOwn = site.in().owner().equals(owner);
    return new Change(site.in(), site.call().spot(), use.field().name(), isOwn);
  }

  /**
   * Somebody who runs {@code method}, which changes another object, without the lock.
   *
   * @param isInside whether it is a method of that object
   */
  private Optional<Change> change(
      FieldUse use, MethodFacts method, boolean isInside, Set<String> seen) {
    if (!seen.add(method.id())) {
      return Optional.empty();
    }
    List<Facts.Site> sites = facts.sitesOf(method);
    if (sites.isEmpty() || facts.isLoose(method)) {
      return Optional.of(change(use, false));
    }
    for (Facts.Site site : sites) {
      Invoke call = site.call();
      boolean isUnshared =
          call.on().isFresh() || site.in().isConstruction() && !call.on().equals(Path.SHARED);
      boolean isByItself = isInside && call.on().isThis();
      boolean isUnder = !isByItself && call.held().stream().anyMatch(this::isLock);
      if (isUnshared || isUnder || isToldLater(site.in(), call)) {
        continue;
      }
      boolean isPrivate = site.in().is(Modifier.PRIVATE);
      Optional<Change> change = isByItself || isPrivate
          ? change(use, site.in(), isByItself, seen)
          : Optional.of(change(use, site));
      if (change.isPresent()) {
        return change;
      }
    }
    return Optional.empty();
  }

  private boolean isLock(Hold hold) {
    return hold.lock().node().equals(lock) && hold.lock().isExact();
  }

  /** Whether who changes something takes the lock afterwards, so that the guard is asked again. */
  private boolean isToldLater(MethodFacts in, Act change) {
    List<Act> acts = in.acts();
    return acts.subList(acts.indexOf(change) + 1, acts.size()).stream().anyMatch(act -> {
      if (act instanceof Take take) {
        return take.taken().lock().node().equals(lock);
      }
      return act instanceof Invoke call
          && facts.targets(call).stream()
              .flatMap(callee -> callee.entry().locks().stream())
              .anyMatch(hold -> hold.lock().node().equals(lock));
    });
  }
}
