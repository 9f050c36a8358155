package io.lappet.examples.bank;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class BankTest {
  private final List<String> journal = new ArrayList<>();

  @LappetTest(seeds = 100)
  void oppositeTransfersLoseNothingAndNeverDeadlock(TestFabric fabric) throws Exception {
    Account ann = Account.open(fabric, "ann", 10, journal);
    Account bob = Account.open(fabric, "bob", 10, journal);
    Auditor auditor = new WovenAuditor(fabric, journal);

    Task<Void> there = fabric.submit("there", () -> transfers(ann, bob));
    Task<Void> back = fabric.submit("back", () -> transfers(bob, ann));
    Task<Integer> audit = fabric.submit("audit", () -> growth(auditor));
    Task.joinAll(List.of(there, back, audit));

    there.join();
    back.join();
    assertThat(audit.join()).isBetween(0, 6);
    assertThat(ann.balance()).isEqualTo(10);
    assertThat(bob.balance()).isEqualTo(10);
    assertThat(auditor.snapshot())
        .containsExactlyInAnyOrder(
            "ann->bob 1", "ann->bob 2", "ann->bob 3", "bob->ann 1", "bob->ann 2", "bob->ann 3");
  }

  private static Void transfers(Account from, Account to) throws Account.Insufficient {
    for (int cents = 1; cents <= 3; cents++) {
      from.transferTo(to, cents);
    }
    return null;
  }

  /** Reads twice; what was there stays, in its order. */
  private static int growth(Auditor auditor) {
    List<String> before = auditor.snapshot();
    List<String> after = auditor.snapshot();
    assertThat(after.subList(0, before.size())).isEqualTo(before);
    return after.size() - before.size();
  }

  @LappetTest(seeds = 20)
  void accountsAndAuditorsWaitForOneLock(TestFabric fabric) throws Exception {
    Account ann = Account.open(fabric, "ann", 10, journal);
    Account bob = Account.open(fabric, "bob", 10, journal);
    Auditor auditor = new WovenAuditor(fabric, journal);
    Books books = WovenBooks.in(fabric);

    books.ledger().lock();
    Task<Void> transfer = fabric.submit("transfer", () -> transfers(ann, bob));
    Task<List<String>> audit = fabric.submit("audit", auditor::snapshot);
    fabric.settle();

    assertThat(transfer.isDone()).isFalse();
    assertThat(audit.isDone()).isFalse();
    assertThat(journal).isEmpty();

    books.ledger().unlock();
    transfer.join();
    audit.join();
    assertThat(journal).hasSize(3);
  }

  @LappetTest(seeds = 5)
  void theBooksOfATestFabricAreThoseOfTheFabricBehindIt(TestFabric fabric) {
    assertThat(WovenBooks.in(fabric)).isSameAs(WovenBooks.in(fabric.delegate()));
    assertThat(WovenBooks.in(fabric).ledger().name()).isEqualTo("Books.ledger");
  }

  @Test
  void twoFabricsHaveTwoSetsOfBooks() throws Exception {
    try (Fabric one = Fabric.create();
        Fabric other = Fabric.create()) {
      assertThat(WovenBooks.in(one)).isSameAs(WovenBooks.in(one));
      assertThat(WovenBooks.in(one)).isNotSameAs(WovenBooks.in(other));

      WovenBooks.in(one).ledger().lock();
      Task<List<String>> there = other.submit("audit", new WovenAuditor(other, journal)::snapshot);
      Task<List<String>> here = one.submit("audit", new WovenAuditor(one, journal)::snapshot);

      assertThat(there.get(10, TimeUnit.SECONDS)).isEmpty();
      assertThat(here.isDone()).isFalse();
      WovenBooks.in(one).ledger().unlock();
      assertThat(here.get(10, TimeUnit.SECONDS)).isEmpty();
    }
  }

  @Test
  void whatIsGuardedStillWorksAfterTheEnd() throws Exception {
    Fabric fabric = Fabric.create();
    Account ann = Account.open(fabric, "ann", 10, journal);
    fabric.close(Duration.ZERO);
    Account bob = Account.open(fabric, "bob", 0, journal);

    ann.transferTo(bob, 4);

    assertThat(bob.balance()).isEqualTo(4);
    assertThat(new WovenAuditor(fabric, journal).snapshot()).containsExactly("ann->bob 4");
    assertThatThrownBy(() -> ann.transferTo(bob, 100))
        .isInstanceOf(Account.Insufficient.class)
        .hasMessage("ann has 6");
  }
}
