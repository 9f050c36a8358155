package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Task;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.List;
import org.junit.jupiter.api.Test;

class AccountTest {
  @Test
  void isAPlainObject() {
    Account account = Account.open(5);

    account.deposit(3);

    assertThat(account.withdraw(9)).isFalse();
    assertThat(account.withdraw(8)).isTrue();
    assertThat(account.balance()).isZero();
    assertThat(account.journal()).containsExactly("+5", "+3", "-8");
  }

  @LappetTest(seeds = 100)
  void losesNothingAndNeverDeadlocks(TestFabric fabric) throws InterruptedException {
    Account account = new WovenAccount(fabric, 0);

    Task<Void> in = fabric.submit("in", () -> deposits(account));
    Task<Void> out = fabric.submit("out", () -> withdrawals(account));
    Task.joinAll(List.of(in, out));

    long withdrawn =
        account.journal().stream().filter(line -> line.startsWith("-")).count();
    assertThat(account.balance()).isEqualTo(5 - withdrawn);
    assertThat(account.journal()).hasSize((int) (1 + 5 + withdrawn));
  }

  private static Void deposits(Account account) {
    for (int i = 0; i < 5; i++) {
      account.deposit(1);
    }
    return null;
  }

  private static Void withdrawals(Account account) {
    for (int i = 0; i < 5; i++) {
      account.withdraw(1);
    }
    return null;
  }
}
