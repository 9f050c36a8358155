package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Spot;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How something is reached: what a method does, and what comes of that.
 *
 * @param act a call that leads to {@code next}, or what it was about; null if that is done to enter
 */
record Way(MethodFacts in, @Nullable Act act, @Nullable Way next) {
  /** The methods on it. */
  List<MethodFacts> methods() {
    List<MethodFacts> all = new ArrayList<>();
    for (Way at = this; at != null; at = at.next()) {
      all.add(at.in());
    }
    return all;
  }

  /** The method in which it ends. */
  MethodFacts last() {
    return next == null ? in : next.last();
  }

  /** Where it begins. */
  Spot spot() {
    return act == null ? in.spot() : act.spot();
  }

  /** Where it ends. */
  Spot lastSpot() {
    return next == null ? spot() : next.lastSpot();
  }

  /** Its calls as messages tell them, each with its place: {@code calls b() (B.java:3)}. */
  Optional<String> calls() {
    if (next == null || act == null) {
      return Optional.empty();
    }
    String call = "calls %s (%s)".formatted(next.in().fullLabel(), act.spot().text());
    return Optional.of(next.calls().map(rest -> call + ",\nwhich " + rest).orElse(call));
  }
}
