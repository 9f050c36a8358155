// LAP201
package polls;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;

/** The counters stand in an object of their own, which no lock guards either. */
public abstract class VoteCount {
  public record Vote(String party, boolean valid) {}

  private static class Tally {
    private int valid; // here

    void add(Vote vote) {
      if (vote.valid()) {
        valid++; // here
      }
    }
  }

  private final Tally tally = new Tally(); // here

  public abstract Sender<Vote> votes();

  @Consumer(from = "votes", concurrency = 4)
  void count(Vote vote) { // here
    tally.add(vote); // here
  }

  public String result() {
    return tally.valid + " valid";
  }
}
