package polls;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.EnumMap;
import java.util.Map;

/** An object with plain fields, which is only used under the lock. */
public abstract class Ballots {
  public enum Party {
    RED,
    GREEN,
    BLUE
  }

  private static final class Tally {
    private final Map<Party, Integer> byParty = new EnumMap<>(Party.class);
    private int all;

    void add(Party party) {
      byParty.merge(party, 1, Integer::sum);
      all++;
    }

    double share(Party party) {
      return all == 0 ? 0 : (double) byParty.getOrDefault(party, 0) / all;
    }
  }

  private final Tally tally = new Tally();

  public abstract Sender<Party> votes();

  @Consumer(from = "votes", concurrency = 4)
  @Synchronized
  void count(Party party) {
    tally.add(party);
  }

  @Synchronized
  public double share(Party party) {
    return tally.share(party);
  }
}
