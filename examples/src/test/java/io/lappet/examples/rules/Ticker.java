package io.lappet.examples.rules;

import io.lappet.Tick;
import io.lappet.Timer;

/** A timer: a subclass says when it ticks, the test what happens then. */
abstract class Ticker {
  private final Act<Tick> act;

  Ticker(Act<Tick> act) {
    this.act = act;
  }

  final void run(Tick tick) throws Exception {
    act.on(tick);
  }

  abstract Timer tickTimer();
}
