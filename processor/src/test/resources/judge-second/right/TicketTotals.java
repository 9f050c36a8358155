package support;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The helper changes the map, and each of its callers holds the lock, also through lambdas. */
public abstract class TicketTotals {
  public record Ticket(String id, List<String> teams) {}

  private final Map<String, Integer> open = new HashMap<>();

  public abstract Sender<Ticket> tickets();

  @Consumer(from = "tickets", concurrency = 2)
  @Synchronized
  void count(Ticket ticket) {
    ticket.teams().forEach(this::add);
  }

  private void add(String team) {
    open.merge(team, 1, Integer::sum);
  }

  @PeriodicTimer(every = "30s")
  void print() {
    snapshot().forEach((team, count) -> System.out.println(team + " " + count));
  }

  @Synchronized
  Map<String, Integer> snapshot() {
    Map<String, Integer> copy = Map.copyOf(open);
    open.clear();
    return copy;
  }
}
