package io.lappet.examples.testing;

import io.lappet.DeadLetter;
import io.lappet.Sender;
import io.lappet.Tick;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.annotation.PeriodicTimer;
import java.util.ArrayList;
import java.util.List;

abstract class Billing {
  final List<String> billed = new ArrayList<>();
  final List<String> unbilled = new ArrayList<>();
  private int late;

  abstract Sender<String> orders();

  @Consumer(from = "orders")
  @OnError(retries = 1, backoff = "1s", deadLetter = "refused")
  void bill(String order) {
    billed.add(order);
  }

  @Consumer(from = "refused")
  void keep(DeadLetter<String> letter) {
    unbilled.add(letter.message());
  }

  @PeriodicTimer(every = "1m")
  void report(Tick tick) {
    if (tick.actual().isAfter(tick.scheduled())) {
      late++;
    }
  }

  int late() {
    return late;
  }
}
