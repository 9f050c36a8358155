package io.lappet.examples;

import io.lappet.ChannelView;
import io.lappet.Fabric;
import io.lappet.Lane;
import io.lappet.Permits;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.Limit;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Overlap;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Producer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A shop whose numbers are only a proposal: how many print at once, how long somebody waits, when it
 * is swept. Who runs it says otherwise without compiling, for instance with {@code
 * -Dlappet.PrintShop.print.concurrency=4}.
 */
abstract class PrintShop {
  private final Iterator<String> orders;
  private final java.util.function.Consumer<String> log;
  private int sheets = 10;

  PrintShop(List<String> orders, java.util.function.Consumer<String> log) {
    this.orders = orders.iterator();
    this.log = log;
  }

  @ChannelSpec(capacity = 16)
  abstract ChannelView<String> tray();

  @Limit(permits = 2)
  abstract Permits inks();

  @Limit(permits = 2)
  abstract Lane desk();

  @Producer(to = "tray")
  @Nullable
  String order() {
    return orders.hasNext() ? orders.next() : null;
  }

  @Consumer(from = "tray")
  @OnError(retries = 1, backoff = "1s")
  void print(String order) throws InterruptedException {
    take();
    log.accept(mix(order) + " by " + Thread.currentThread().getName());
  }

  @Limit(value = "inks", timeout = "5s")
  String mix(String order) {
    return "printed " + order;
  }

  boolean hasSheets() {
    return sheets > 0;
  }

  @Synchronized(timeout = "1s")
  @WaitUntil(value = "hasSheets", timeout = "1m")
  void take() throws InterruptedException {
    sheets--;
  }

  @PeriodicTimer(every = "10m", daemon = true)
  @Synchronized
  void refill() {
    sheets = 10;
  }

  @PeriodicTimer(every = "1m", overlap = Overlap.PARALLEL, concurrency = 2, daemon = true)
  void look() {
    log.accept("look");
  }

  @PeriodicTimer(cron = "0 20 * * *", daemon = true)
  void sweep() {
    log.accept("sweep");
  }

  @Daemon
  @OnError(then = OnError.Then.STOP)
  void play() {
    log.accept("music");
  }

  @Limit(permits = 1)
  String quote(String order) {
    return order + " costs 2";
  }

  @Async(lane = "desk", timeout = "2s")
  abstract Task<String> quoteAsync(String order);

  public static void main(String[] args) throws InterruptedException {
    Fabric.run(fabric -> new WovenPrintShop(fabric, List.of(args), System.out::println));
  }
}
