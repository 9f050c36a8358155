// LAP002
package ops;

import io.lappet.Channel;
import io.lappet.annotation.Consumer;

/** The channel carries what only this class can name. */
public abstract class Sums {
  private static final class Pair {
    private final int one;
    private final int other;

    private Pair(int one, int other) {
      this.one = one;
      this.other = other;
    }
  }

  abstract Channel<Pair> pairs(); // here

  public void add(int one, int other) throws InterruptedException {
    pairs().send(new Pair(one, other));
  }

  @Consumer(from = "pairs")
  void sum(Pair pair) { // here
    System.out.println(pair.one + pair.other);
  }
}
