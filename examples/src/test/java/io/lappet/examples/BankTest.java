package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.LongSummaryStatistics;
import java.util.SplittableRandom;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Transfers both ways between the same accounts at the same time, and an auditor. */
class BankTest {
  private static final long OPENING = 100;

  /** How long the test under load takes; {@code mvn -Pstress verify} gives it a minute. */
  private static final Duration STRESS =
      Duration.ofSeconds(Long.getLong("lappet.stress.seconds", 2));

  private static List<BankAccount> accounts(int number, Supplier<BankAccount> open) {
    return Stream.generate(open).limit(number).toList();
  }

  /** Moves money to and fro, at least once and while {@code more}; returns how often it did. */
  private static long transfers(Bank bank, long seed, BooleanSupplier more) {
    SplittableRandom random = new SplittableRandom(seed);
    long moved = 0;
    do {
      int from = random.nextInt(bank.size());
      int to = random.nextInt(bank.size()); // may be the same: locks re-enter
      if (bank.transfer(from, to, random.nextInt(1, 150))) {
        moved++;
      }
    } while (more.getAsBoolean());
    return moved;
  }

  private static void assertNothingIsLost(Bank bank) {
    LongSummaryStatistics balances = bank.audit();
    assertThat(balances.getMin()).isNotNegative();
    assertThat(balances.getSum()).isEqualTo(OPENING * bank.size());
  }

  @LappetTest(seeds = 500)
  void inNoOrderOfThreadsIsThereADeadlockOrMoneyLost(TestFabric fabric)
      throws InterruptedException {
    Bank bank = new WovenBank(fabric, accounts(6, () -> new WovenBankAccount(fabric, OPENING)));
    List<Task<Long>> clerks = new ArrayList<>();
    for (int clerk = 0; clerk < 4; clerk++) {
      long seed = clerk;
      int[] left = {20};
      clerks.add(fabric.submit("clerk", () -> transfers(bank, seed, () -> --left[0] > 0)));
    }
    Task<Void> auditor = fabric.submit("auditor", () -> {
      for (int audit = 0; audit < 5; audit++) {
        assertNothingIsLost(bank);
      }
      return null;
    });
    Task.joinAll(clerks);
    auditor.join();
    assertThat(clerks).allMatch(clerk -> clerk.join() > 0);
    assertNothingIsLost(bank);
  }

  @Test
  void aThousandAccountsKeepTheirSumUnderLoad() throws InterruptedException {
    long end = System.nanoTime() + STRESS.toNanos();
    Bank bank = new WovenBank(accounts(1_000, () -> new WovenBankAccount(OPENING)));
    try (Fabric fabric = Fabric.builder().workerThreads(Thread::new).build()) {
      List<Task<Long>> clerks = new ArrayList<>();
      for (int clerk = 0; clerk < 8; clerk++) {
        long seed = clerk;
        clerks.add(fabric.submit(
            "clerk", () -> transfers(bank, seed, () -> System.nanoTime() - end < 0)));
      }
      do {
        assertNothingIsLost(bank);
      } while (System.nanoTime() - end < 0);
      assertThat(Task.joinAll(clerks, Duration.ofSeconds(60))).isEqualTo(clerks);
      assertThat(clerks.stream().mapToLong(Task::join).sum()).isPositive();
      assertNothingIsLost(bank);
    }
  }
}
