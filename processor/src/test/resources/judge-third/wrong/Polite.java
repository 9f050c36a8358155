// LAP207
package polite;

import io.lappet.annotation.Synchronized;
import java.util.concurrent.TimeUnit;

/** Sleeps in a branch of a switch that has a value, in a static helper, under the lock. */
public abstract class Polite {
  enum Mood {
    CALM,
    BUSY
  }

  private Mood mood = Mood.CALM;
  private int asked;

  @Synchronized
  public int ask() throws InterruptedException { // here
    int answer = switch (mood) {
      case CALM -> asked;
      case BUSY -> {
        rest(2); // here
        yield -1;
      }
    };
    asked++;
    return answer;
  }

  @Synchronized
  public void mood(Mood next) {
    mood = next;
  }

  private static void rest(long seconds) throws InterruptedException {
    TimeUnit.SECONDS.sleep(seconds); // here
  }
}
