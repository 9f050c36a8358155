package app;

import io.lappet.WaitTimeoutException;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;

/** Locks of other objects of the same class: both are held, also by a subclass, and by none after. */
@SuppressWarnings({"bypass", "wait-deadlock"}) // objects without a fabric; joins that do end
public class Transfers {
  abstract static class Account {
    private long cents;

    Account(long cents) {
      this.cents = cents;
      deposit(0);
    }

    @Synchronized(lock = "balance")
    void deposit(long amount) {
      cents += amount;
    }

    @Synchronized(lock = "balance", timeout = "0s")
    long cents() {
      return cents;
    }

    @Synchronized(lock = {"balance", "to.balance"})
    void transferTo(Account to, long amount) throws InterruptedException {
      check(isHeld(this) && isHeld(to), "both locks are held");
      cents -= amount;
      to.deposit(amount);
    }
  }

  @Woven
  abstract static class Savings extends Account {
    Savings(long cents) {
      super(cents);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Account one = new WovenTransfers_Account(100);
    Account two = new WovenTransfers_Savings(0);
    one.transferTo(two, 30);
    two.transferTo(one, 10);
    one.transferTo(one, 5);
    check(one.cents() == 80 && two.cents() == 20, "the money is where it should be");
    Account plain = new Account(0) {};
    boolean refused = false;
    try {
      one.transferTo(null, 1);
    } catch (NullPointerException e) {
      refused = true;
    }
    check(refused && one.cents() == 80, "nothing happens for null");
    check(!isHeld(one) && !isHeld(two) && !isHeld(plain), "nothing is held");
  }

  private static boolean isHeld(Account account) throws InterruptedException {
    boolean[] held = {false};
    Thread other = new Thread(() -> {
      try {
        account.cents();
      } catch (WaitTimeoutException e) {
        held[0] = e.getMessage().contains("Account.cents()") || e.getMessage().contains("Savings.cents()");
      }
    });
    other.start();
    other.join();
    return held[0];
  }

  private static void check(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }
}
