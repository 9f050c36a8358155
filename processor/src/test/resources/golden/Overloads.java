package app;

import io.lappet.Sender;
import io.lappet.Tick;
import io.lappet.Worker;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Producer;

/** Methods whose names do not say which one is meant. */
class Overloads {
  @Daemon
  void run() {}

  static void run(int times) {}

  @Daemon
  void go(Worker self) {}

  void go() {}

  @Producer(to = "numbers")
  void numbers(Sender<Integer> out, Worker self) {}

  void numbers() {}

  @Consumer(from = "numbers", to = "texts")
  String take(Number number) {
    return "" + number;
  }

  String take(Integer other) {
    return "not this one";
  }

  @Consumer(from = "numbers")
  void count(long number) {}

  void count(Integer other) {}

  @Consumer(from = "texts")
  void write(String fabric) {}

  void write(Object other) {}

  @PeriodicTimer(every = "1s", to = "texts")
  @PeriodicTimer(every = "1m", to = "texts")
  String tick(Tick tick) {
    return "tick";
  }

  String tick() {
    return "";
  }
}
