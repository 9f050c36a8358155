// LAP206
package mill;

import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** Sends sacks under the lock that the miller needs to take the next one. */
public abstract class Mill {
  record Sack(String farm, int kilos) {}

  private final Map<String, Integer> ground = new HashMap<>();

  @ChannelSpec(capacity = 1)
  abstract Sender<Sack> sacks();

  @Synchronized(lock = "ground")
  public int bring(String farm, int kilos) throws InterruptedException { // here
    for (int left = kilos; left > 0; left -= 50) {
      hand(new Sack(farm, Math.min(left, 50))); // here
    }
    return ground.getOrDefault(farm, 0);
  }

  private void hand(Sack sack) throws InterruptedException {
    sacks().send(sack); // here
  }

  @Consumer(from = "sacks", concurrency = 2, key = "farm")
  @Synchronized(lock = "ground")
  void grind(Sack sack) {
    ground.merge(sack.farm(), sack.kilos(), Integer::sum);
  }
}
