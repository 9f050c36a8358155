package forge;

import io.lappet.Channel;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Waits until all is done before it takes the lock, or under it for a while that ends. */
public abstract class Forge {
  private final List<String> log = new ArrayList<>();

  abstract Channel<Runnable> jobs();

  @Consumer(from = "jobs")
  void execute(Runnable job) {
    job.run();
    System.out.println("done");
  }

  @Synchronized(lock = "log")
  void note(String line) {
    log.add(line);
  }

  public List<String> finish() throws InterruptedException {
    jobs().awaitIdle();
    note("finished");
    return lines();
  }

  @Synchronized(lock = "log")
  List<String> lines() {
    return new ArrayList<>(log);
  }

  @Synchronized(lock = "log")
  public boolean isQuiet() throws InterruptedException {
    return jobs().awaitIdle(Duration.ofMillis(10)) && log.isEmpty();
  }
}
