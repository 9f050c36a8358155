// well-formed durations, cron lines and limits at their edges
package monthly;

import io.lappet.Channel;
import io.lappet.Lane;
import io.lappet.Tick;
import io.lappet.annotation.Async;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Limit;
import io.lappet.annotation.OnError;
import io.lappet.annotation.PeriodicTimer;
import java.util.concurrent.CompletableFuture;

public abstract class Monthly {
  private static final String EVERY = "1m30s";

  @Limit(permits = 1)
  abstract Lane one();

  @ChannelSpec(capacity = 0)
  abstract Channel<Integer> numbers();

  @PeriodicTimer(every = EVERY, initialDelay = "0s", timeout = "PT1M")
  void often(Tick tick) {
    System.out.println(tick.missed());
  }

  @PeriodicTimer(cron = "0 0 LW * *", zone = "Europe/Berlin")
  @PeriodicTimer(cron = "@yearly")
  void seldom() {
    System.out.println("seldom");
  }

  @Consumer(from = "numbers")
  @OnError(retries = 2, backoff = "1ms", then = OnError.Then.STOP)
  void number(int value) {
    System.out.println(value);
  }

  @Limit(permits = 1, timeout = "0s")
  String slow(String text) {
    return text + text;
  }

  @Async(lane = "one", timeout = "1h")
  abstract CompletableFuture<String> slowAsync(String text);
}
