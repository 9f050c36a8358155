package io.lappet.examples.coroutines;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;
import java.time.Duration;

/** P68: handlers for two kinds of events and a timer, and never two of them at once. */
@Woven(confined = true)
abstract class OneThreadForAll {
  private final java.util.function.Consumer<String> out;
  private int points; // of the loop alone: no lock

  OneThreadForAll(java.util.function.Consumer<String> out) {
    this.out = out;
  }

  abstract Channel<String> keys();

  @ChannelSpec(
      capacity = ChannelSpec.UNBOUNDED) // the loop, which empties it, must not wait for room
  abstract Channel<Integer> clicks();

  @Consumer(from = "keys")
  void onKey(String key) throws InterruptedException {
    out.accept("key " + key);
    if (key.equals("enter")) {
      clicks().send(1); // is handled later, not in here
    }
    out.accept("end of key " + key);
  }

  @Consumer(from = "clicks")
  void onClick(int x) {
    points += x;
    out.accept("click at " + x);
    if (x < 0) {
      throw new IllegalArgumentException("nobody can click there");
    }
  }

  @PeriodicTimer(every = "1s", daemon = true)
  void onTick() {
    out.accept("points " + points);
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      OneThreadForAll all = fabric.start(new WovenOneThreadForAll(fabric, System.out::println));
      all.keys().send("a");
      all.clicks().send(7);
      all.keys().send("enter");
      fabric.sleep(Duration.ofMillis(1100));
    }
  }
}
