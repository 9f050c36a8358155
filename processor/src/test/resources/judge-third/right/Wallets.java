package wallets;

import io.lappet.annotation.Synchronized;
import java.util.List;

/** Pays others in one global order, or when it holds nothing any more. */
public abstract class Wallets {
  public abstract static class Wallet {
    private long coins;

    @Synchronized(lock = "coins")
    public void add(long more) {
      coins += more;
    }

    @Synchronized(lock = {"coins", "to.coins"})
    public void pay(Wallet to, long part) {
      coins -= part;
      to.add(part);
    }

    @Synchronized(lock = "coins")
    public long take(long most) {
      long part = Math.min(coins, most);
      coins -= part;
      return part;
    }

    public void share(List<Wallet> friends) {
      long part = take(100) / Math.max(1, friends.size());
      friends.forEach(friend -> friend.add(part));
    }
  }

  private Wallets() {}
}
