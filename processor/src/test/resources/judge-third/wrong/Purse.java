// LAP224
package purse;

import io.lappet.annotation.Synchronized;
import java.util.List;

/** Gives to others while it holds its own lock; one of them may give back at the same time. */
public abstract class Purse {
  private long coins;

  protected Purse(long coins) {
    this.coins = coins;
  }

  @Synchronized(lock = "coins")
  public void add(long more) {
    coins += more;
  }

  @Synchronized(lock = "coins")
  public void share(List<Purse> friends) { // here
    long part = coins / (friends.size() + 1);
    friends.stream().filter(friend -> friend != this).forEach(friend -> friend.add(part)); // here
    coins -= part * friends.size();
  }
}
