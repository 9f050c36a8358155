// timed waits under no lock, and gates awaited before it
package wait;

import io.lappet.Channel;
import io.lappet.Gate;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import io.lappet.annotation.Woven;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

@Woven
public abstract class Patience {
  private final List<String> seen = new ArrayList<>();

  public abstract Gate ready();

  abstract Channel<String> words();

  @WaitUntil("ready")
  @Synchronized(lock = "seen")
  public void see(String word) throws InterruptedException {
    seen.add(word);
  }

  public boolean tryOnce(Duration limit) throws InterruptedException {
    Optional<String> word = words().tryReceive(limit);
    if (word.isEmpty() || !ready().await(limit)) {
      return false;
    }
    see(word.get());
    return words().trySend(word.get() + "!", limit);
  }

  @Synchronized(lock = "seen")
  public int count() {
    return seen.size();
  }

  @Synchronized(lock = "seen")
  public void begin() {
    if (!seen.isEmpty()) {
      ready().open();
    }
  }
}
