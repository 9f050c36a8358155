// LAP201
package support;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Counts tickets per team; the timer prints and forgets, while the consumer counts. */
public abstract class TicketStats {
  public record Ticket(String id, List<String> teams, int severity) {}

  private final Map<String, Integer> open = new HashMap<>(); // here

  public abstract Sender<Ticket> tickets();

  @Consumer(from = "tickets")
  void count(Ticket ticket) { // here
    if (ticket.severity() == 0) {
      return;
    }
    ticket.teams().forEach(team -> add(team)); // here
  }

  private void add(String team) {
    open.merge(team, 1, Integer::sum); // here
  }

  @PeriodicTimer(every = "30s")
  void print() { // here
    open.entrySet().stream() // here
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> System.out.println(entry.getKey() + " " + entry.getValue()));
    open.clear(); // here
  }
}
