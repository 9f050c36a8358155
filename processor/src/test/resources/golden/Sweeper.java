package app;

import io.lappet.Sender;
import io.lappet.Tick;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Producer;
import io.lappet.annotation.ThreadKind;
import io.lappet.annotation.Woven;

/** Every form of an activation, with all that can be said about it. */
@Woven(name = "Broom")
@OnError(maxBackoff = "2s", deadLetter = "lost")
abstract class Sweeper {
  @ChannelSpec(capacity = 0, overflow = Overflow.DROP_NEW)
  abstract Sender<Integer> ticks();

  @ChannelSpec(capacity = ChannelSpec.UNBOUNDED)
  abstract io.lappet.Channel<String> words();

  @Daemon
  void serve() {}

  @Daemon(concurrency = 2, name = "LoopThread", thread = ThreadKind.VIRTUAL)
  @OnError(then = OnError.Then.STOP)
  void serveAll(Worker self) {}

  @Producer(to = "words")
  String next() {
    return null;
  }

  @Producer(to = "words", concurrency = 3)
  String nextUntilStopped(Worker self) {
    return null;
  }

  @Producer(to = "words")
  void push(Sender<String> out) throws InterruptedException {
    out.send("word");
  }

  @Producer(to = "words", thread = ThreadKind.PLATFORM)
  void pushUntilStopped(Sender<? super String> out, Worker self) {}

  @PeriodicTimer(every = "1h500us", initialDelay = "0s", fixedDelay = true, daemon = true)
  void sweep() {}

  @PeriodicTimer(every = "9223372036854775807ns", name = "Sweep")
  @OnError(retries = 3, then = OnError.Then.FAIL)
  void sweepAt(Tick tick) {}

  @PeriodicTimer(every = "PT1M", to = "ticks")
  int count() {
    return 1;
  }

  @PeriodicTimer(every = "2d", to = "ticks")
  Integer countAt(Tick tick) {
    return tick.missed();
  }

  @Consumer(from = "ticks")
  void take(int tick) {}

  @Consumer(from = "words", to = "ticks")
  int measure(CharSequence word) {
    return word.length();
  }

  @Consumer(from = "lost")
  void bury(io.lappet.DeadLetter<?> letter) {}
}
