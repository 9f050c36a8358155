// one direction only: from the hotel down to its rooms
package hotel;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

public abstract class Hotel {
  private final List<Suite> suites = new ArrayList<>();

  @Synchronized
  public void add(Suite suite) {
    suites.add(suite);
  }

  @Synchronized
  public boolean book(String guest) {
    for (Suite suite : suites) {
      if (suite.take(guest)) {
        return true;
      }
    }
    return false;
  }

  @Synchronized
  public int free() {
    int free = 0;
    for (Suite suite : suites) {
      if (suite.isFree()) {
        free++;
      }
    }
    return free;
  }
}
