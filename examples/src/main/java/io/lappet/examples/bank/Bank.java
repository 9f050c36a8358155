package io.lappet.examples.bank;

import io.lappet.Fabric;
import io.lappet.Task;
import java.util.ArrayList;
import java.util.List;

/** Two accounts send each other money at the same time, and an auditor reads along. */
public final class Bank {
  private static final int TRANSFERS = 1000;

  private Bank() {}

  /** Prints the balances, which add up to what they were, and how many transfers there were. */
  public static void main(String[] arguments) throws InterruptedException {
    List<String> journal = new ArrayList<>();
    try (Fabric fabric = Fabric.create()) {
      Account ann = Account.open(fabric, "ann", 100_000, journal);
      Account bob = Account.open(fabric, "bob", 100_000, journal);
      Task.joinAll(List.of(
          fabric.submit("there", () -> transfers(ann, bob)),
          fabric.submit("back", () -> transfers(bob, ann))));
      int count = new WovenAuditor(fabric, journal).snapshot().size();
      System.out.printf("%d + %d after %d transfers%n", ann.balance(), bob.balance(), count);
    }
  }

  private static Void transfers(Account from, Account to) throws Account.Insufficient {
    for (int i = 0; i < TRANSFERS; i++) {
      from.transferTo(to, 1 + i % 7);
    }
    return null;
  }
}
