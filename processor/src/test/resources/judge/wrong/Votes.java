// LAP201
package votes;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A method reference in a stream, on three threads. */
public abstract class Votes {
  enum Party {
    RED,
    GREEN,
    BLUE
  }

  record Ballot(String district, List<Party> choices) {}

  private final Map<Party, Integer> counted = new EnumMap<>(Party.class); // here

  abstract Sender<Ballot> ballots();

  @Consumer(from = "ballots", concurrency = 3)
  void open(Ballot ballot) {
    if (!ballot.district().isBlank()) {
      ballot.choices().stream().filter(party -> party != null).limit(3).forEach(this::count); // here
    }
  }

  private void count(Party party) {
    counted.merge(party, 1, Integer::sum); // here
  }
}
