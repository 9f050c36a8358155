package io.lappet.processor.body.check;

import io.lappet.processor.body.facts.Act;
import io.lappet.processor.body.facts.Hold;
import io.lappet.processor.body.facts.MethodFacts;
import io.lappet.processor.body.facts.Node;
import java.util.ArrayList;
import java.util.List;

/**
 * That one lock is taken while another one is held.
 *
 * @param context all locks that are held there
 */
record Edge(Hold from, Hold to, MethodFacts origin, Way way, boolean certain, List<Hold> context) {
  Node fromNode() {
    return from.lock().node();
  }

  Node toNode() {
    return to.lock().node();
  }

  /** Whether both locks are certainly the same ones in all calls on one object. */
  boolean isExact() {
    return certain && !to.timed() && from.lock().isExact() && to.lock().isExact();
  }

  /** The methods whose {@code @SuppressWarnings} counts. */
  List<MethodFacts> involved() {
    List<MethodFacts> all = new ArrayList<>(way.methods());
    all.add(origin);
    return all;
  }

  /** As messages tell it. */
  String text() {
    String holds = "%s holds %s".formatted(origin.fullLabel(), fromNode().quoted());
    String takes = "takes " + toNode().quoted();
    Act act = way.act();
    return act == null || way.next() == null
        ? "%s and %s (%s)".formatted(holds, takes, way.spot().text())
        : "%s, %s, which %s".formatted(holds, way.calls().orElse(""), takes);
  }
}
