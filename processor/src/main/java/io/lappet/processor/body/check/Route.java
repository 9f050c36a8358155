package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.MethodFacts;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A method that is reached, from where, and by which call; the first one from nowhere. */
record Route(
    MethodFacts method, @Nullable Route from, @Nullable Act by) {
  static Route to(MethodFacts first) {
    return new Route(first, null, null);
  }

  Route to(MethodFacts callee, Act call) {
    return new Route(callee, this, call);
  }

  /** The methods on it. */
  List<MethodFacts> methods() {
    List<MethodFacts> all = from == null ? new ArrayList<>() : from.methods();
    all.add(method);
    return all;
  }

  /** As messages tell it: {@code a() calls b() (line 3)}. */
  String text() {
    return from == null || by == null
        ? method.label()
        : "%s calls %s (%s)".formatted(from.text(), method.label(), Words.line(by.spot()));
  }
}
