// LAP222
package desk;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.stream.IntStream;

/** Takes many in a stream, with the lock that each of them gives back to wait. */
public abstract class Desk {
  private final Deque<String> tickets = new ArrayDeque<>();

  boolean isReady() {
    return !tickets.isEmpty();
  }

  @Synchronized
  public void put(String ticket) {
    tickets.push(ticket);
  }

  @Synchronized
  @WaitUntil("isReady")
  public String take() { // here
    return tickets.pop();
  }

  @Synchronized
  public List<String> takeMany(int count) { // here
    return IntStream.range(0, count).mapToObj(i -> take()).toList(); // here
  }
}
