package io.lappet.examples.rules;

import io.lappet.Channel;
import io.lappet.Worker;
import io.lappet.annotation.Consumer;

/** Notes each message and does with it what the test says. A subclass may shape the channel. */
abstract class Taker<T> {
  private final Log log;
  private final Act<? super T> act;

  Taker(Log log) {
    this(log, message -> {});
  }

  Taker(Log log, Act<? super T> act) {
    this.log = log;
    this.act = act;
  }

  abstract Channel<T> in();

  @Consumer(from = "in")
  void take(T message) throws Exception {
    log.add(message);
    act.on(message);
  }

  abstract Worker takeWorker();
}
