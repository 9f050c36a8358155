package app;

import io.lappet.Fabric;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Messages with one key are handled in the order sent, one at a time; others side by side. */
public class MessageKeys {
  interface HasAccount {
    String account();
  }

  record Posting(String account, int number) implements HasAccount {}

  static class Bank {
    private static final int MOST = 400;

    private final CountDownLatch bothInside = new CountDownLatch(2);
    private final Map<String, AtomicInteger> inside = new ConcurrentHashMap<>();
    final Map<String, List<Integer>> posted = new ConcurrentHashMap<>();
    final ConcurrentLinkedQueue<String> wrong = new ConcurrentLinkedQueue<>();
    private int next;

    @Producer(to = "postings")
    Posting next() {
      return next < MOST ? new Posting("a" + next % 8, next++) : null;
    }

    @Consumer(from = "postings", key = "account", concurrency = 4)
    void post(Posting posting) throws InterruptedException {
      AtomicInteger others = inside.computeIfAbsent(posting.account(), it -> new AtomicInteger());
      if (others.incrementAndGet() > 1) {
        wrong.add("two of " + posting.account());
      }
      if (posting.number() < 2) {
        bothInside.countDown();
        if (!bothInside.await(1, TimeUnit.MINUTES)) {
          wrong.add("keys one after the other");
        }
      }
      posted.computeIfAbsent(posting.account(), it -> new ArrayList<>()).add(posting.number());
      others.decrementAndGet();
    }
  }

  /** A method that is static as well cannot be referred to. */
  static class Sums {
    final AtomicInteger sum = new AtomicInteger();
    private int next;

    Sums(String message) {}

    @Producer(to = "numbers")
    Integer next() {
      return next < 100 ? next++ : null;
    }

    @Consumer(from = "numbers", key = "hashCode", concurrency = 2)
    void add(int number) {
      sum.addAndGet(number);
    }
  }

  public static void main(String[] arguments) throws Exception {
    Bank[] bank = new Bank[1];
    Sums[] sums = new Sums[1];
    Fabric.run(fabric -> {
      bank[0] = new WovenMessageKeys_Bank(fabric);
      sums[0] = new WovenMessageKeys_Sums(fabric, "");
      return bank[0];
    });
    check(bank[0].wrong.isEmpty(), bank[0].wrong);
    check(bank[0].posted.size() == 8, bank[0].posted.keySet());
    bank[0].posted.forEach((account, numbers) -> {
      check(numbers.size() == Bank.MOST / 8, numbers);
      check(numbers.equals(numbers.stream().sorted().toList()), numbers);
    });
    check(sums[0].sum.get() == 4950, sums[0].sum);
  }

  private static void check(boolean condition, Object otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
