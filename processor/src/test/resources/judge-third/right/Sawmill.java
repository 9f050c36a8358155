package sawmill;

import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** Offers logs under the lock without waiting, and waits for room after it. */
public abstract class Sawmill {
  record Log(String wood, int length) {}

  private final Map<String, Integer> boards = new HashMap<>();

  @ChannelSpec(capacity = 1)
  abstract Sender<Log> logs();

  @Synchronized(lock = "boards")
  public boolean offer(String wood, int length) {
    boolean isWanted = boards.getOrDefault(wood, 0) < 1000;
    return isWanted && logs().trySend(new Log(wood, length));
  }

  public void bring(String wood, int length) throws InterruptedException {
    if (!offer(wood, length)) {
      logs().send(new Log(wood, length));
    }
  }

  @Consumer(from = "logs", concurrency = 2, key = "wood")
  @Synchronized(lock = "boards")
  void saw(Log log) {
    boards.merge(log.wood(), log.length(), Integer::sum);
  }
}
