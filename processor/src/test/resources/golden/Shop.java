package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;

/** Names of its own, and of two shared interfaces. */
@Woven(uses = {Shop.Books.class, Shop.Premises.class})
public abstract class Shop {
  @Shared
  public interface Books {
    Mutex ledger();

    ReadWriteLock prices();

    @Limit(permits = 2)
    Permits clerks();

    Channel<String> orders();

    ChannelView<DeadLetter<String>> dead();

    Sender<Integer> totals();
  }

  @Shared
  public interface Premises {
    Gate open();

    Mutex door();

    /** Hidden by the method of the class. */
    Gate closed();

    /** Hidden by the accessor of the class. */
    Mutex till();
  }

  private int balance;

  protected Shop(int balance) {
    this.balance = balance;
  }

  public abstract Mutex till();

  @Synchronized(lock = "ledger")
  public void post(String line) {}

  @Synchronized(lock = {"balance", "ledger"}, timeout = "1s")
  public boolean pay(int amount) throws InterruptedException {
    return amount <= balance;
  }

  @Synchronized(lock = "balance")
  public void refund(int amount) {}

  @Synchronized(lock = {"ledger", "to.till"})
  public void move(Shop to) {}

  @Synchronized(lock = "prices")
  public void reprice(List<Integer> prices) {}

  @Synchronized(lock = "prices", read = true)
  public int price(int article) {
    return article;
  }

  @Synchronized(lock = "till")
  @WaitUntil("closed")
  public void count() throws InterruptedException {}

  boolean closed() {
    return true;
  }

  @Synchronized(lock = "door")
  @WaitUntil("closed")
  public void lockUp() throws InterruptedException {}

  @WaitUntil("open")
  @Limit(value = "clerks", timeout = "2s")
  public void serve() throws InterruptedException {}

  @Consumer(from = "orders", to = "totals")
  @OnError(deadLetter = "dead")
  Integer bill(String order) {
    return order.length();
  }

  @Consumer(from = "dead")
  void bury(DeadLetter<String> letter) {}
}
