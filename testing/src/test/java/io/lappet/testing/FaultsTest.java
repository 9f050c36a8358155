package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lappet.Channel;
import io.lappet.DeadLetter;
import io.lappet.Lease;
import io.lappet.Permits;
import io.lappet.Task;
import io.lappet.TaskFailedException;
import io.lappet.Tick;
import io.lappet.gen.Limits;
import io.lappet.gen.Weaving;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** What goes wrong because a test wants it. */
class FaultsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final Instant START = Instant.parse("2000-01-01T00:00:00Z");

  private final TestFabric fabric = TestFabric.create();

  /** Bills orders, tries each one twice, and buries what cannot be billed. */
  private final class Orders {
    final List<Integer> billed = new ArrayList<>();
    final List<Throwable> buried = new ArrayList<>();
    final Channel<Integer> orders;

    Orders(int retries) {
      Weaving weaving = Weaving.of(fabric, 1, "Orders", this);
      orders = weaving.<Integer>channel("orders").sentByHand().make();
      Channel<DeadLetter<Integer>> lost =
          weaving.<DeadLetter<Integer>>channel("lost").make();
      weaving.consumer("bill", orders).retries(retries).deadLetter(lost).runs(billed::add);
      weaving.consumer("bury", lost).runs(letter -> buried.add(letter.cause()));
      weaving.register();
      fabric.start();
    }

    void send(int number) throws InterruptedException {
      for (int i = 1; i <= number; i++) {
        orders.send(i);
      }
      fabric.advance(SECOND);
    }
  }

  // ---- failures

  @Test
  void aConsumerFailsAtTheCallThatWasChosen() throws InterruptedException {
    fabric.faults().failAt("Orders.bill", 3);
    Orders orders = new Orders(0);
    orders.send(4);
    assertEquals(List.of(1, 2, 4), orders.billed);
    assertThat(orders.buried)
        .singleElement()
        .isInstanceOf(InjectedFailure.class)
        .asString()
        .contains("call 3 of Orders.bill");
    fabric.close();
  }

  @Test
  void aRepetitionIsAnotherCall() throws InterruptedException {
    fabric.faults().failAt("Orders.bill", 1).failAt("Orders.bill", 3);
    Orders orders = new Orders(1);
    orders.send(3);
    assertEquals(List.of(1, 2, 3), orders.billed);
    fabric.close();
  }

  @Test
  void theFailureCanBeChosen() throws InterruptedException {
    IOException broken = new IOException("broken");
    fabric.faults().failAt("Orders.bill", 1, broken);
    Orders orders = new Orders(0);
    orders.send(1);
    assertEquals(List.of(broken), orders.buried);
    fabric.close();
  }

  @Test
  void aTaskFailsByTheNameThatAllOfThemHave() {
    fabric.faults().failAt("load", 2);
    Task<String> first = fabric.submit("load", () -> "one");
    Task<String> second = fabric.submit("load", () -> "two");
    assertEquals("one", first.join());
    TaskFailedException told = assertThrows(TaskFailedException.class, second::join);
    assertThat(told).hasCauseInstanceOf(InjectedFailure.class);
    fabric.close();
  }

  @Test
  void aDelayedTaskFailsToo() {
    fabric.faults().failAt("remind", 1);
    Task<Void> task = fabric.after(SECOND, "remind", () -> {});
    fabric.advance(SECOND);
    assertThrows(TaskFailedException.class, task::join);
    fabric.close();
  }

  // ---- delays

  @Test
  void aTickComesLateAndSaysSo() {
    List<Tick> ticks = new ArrayList<>();
    Weaving weaving = Weaving.of(fabric, 1, "Heart", this);
    weaving.timer("beat").every(Duration.ofSeconds(10)).runsWith(ticks::add);
    weaving.register();
    fabric.faults().delayAt("Heart.beat", 2, SECOND);
    fabric.start();
    fabric.advance(Duration.ofSeconds(30));
    assertThat(ticks)
        .extracting(tick -> Duration.between(tick.scheduled(), tick.actual()))
        .containsExactly(Duration.ZERO, SECOND, Duration.ZERO);
    fabric.close();
  }

  @Test
  void ticksThatALateOneHoldsUpAreMerged() {
    List<Tick> ticks = new ArrayList<>();
    Weaving weaving = Weaving.of(fabric, 1, "Heart", this);
    weaving.timer("beat").every(SECOND).runsWith(ticks::add);
    weaving.register();
    fabric.faults().delayAt("Heart.beat", 1, Duration.ofMillis(3500));
    fabric.start();
    fabric.advance(Duration.ofSeconds(6));
    assertThat(ticks).extracting(Tick::missed).startsWith(0).contains(2);
    fabric.close();
  }

  @Test
  void aMessageIsHandledLate() throws InterruptedException {
    fabric.faults().delayAt("Orders.bill", 1, Duration.ofSeconds(5));
    Orders orders = new Orders(0);
    orders.send(2);
    assertEquals(List.of(), orders.billed);
    fabric.advanceTo(START.plusSeconds(5));
    assertEquals(List.of(1, 2), orders.billed);
    fabric.close();
  }

  // ---- permits

  @Test
  void aTryIsOvertakenThoughNobodyHoldsAPermit() {
    Permits tables = Limits.of(fabric, "tables", 1);
    fabric.faults().overtakeAt("tables", 2);
    tables.tryAcquire().orElseThrow().close();
    assertEquals(Optional.empty(), tables.tryAcquire());
    assertTrue(tables.tryAcquire().isPresent());
    fabric.close();
  }

  @Test
  void whoWaitsIsOvertakenByOneWhoCameLater() {
    Permits tables = Limits.of(fabric, "tables", 1);
    fabric.faults().overtakeAt("tables", 1);
    List<String> seated = new ArrayList<>();
    for (String name : List.of("anna", "ben")) {
      fabric.submit(name, () -> {
        try (Lease table = tables.acquire()) {
          seated.add(name);
          fabric.sleep(SECOND);
        }
        return null;
      });
    }
    fabric.advance(SECOND.multipliedBy(2));
    assertEquals(List.of("ben", "anna"), seated);
    fabric.close();
  }

  // ---- mistakes

  @Test
  void aFaultThatDidNotHappenFailsTheTestWithTheCallsThatThereWere() throws InterruptedException {
    fabric.faults().failAt("Orders.bil", 1);
    new Orders(0).send(2);
    AssertionError told = assertThrows(AssertionError.class, fabric::close);
    assertThat(told).hasMessageContainingAll("call 1 of Orders.bil.", "Orders.bill 2");
    fabric.close();
  }

  @Test
  void nobodyPlansWhatIsOverOrPlannedOrNeverComes() {
    fabric.submit("load", () -> "one").join();
    Faults faults = fabric.faults();
    assertThrows(IllegalStateException.class, () -> faults.failAt("load", 1));
    assertThrows(IllegalArgumentException.class, () -> faults.failAt("load", 0));
    assertThrows(IllegalArgumentException.class, () -> faults.delayAt("load", 2, Duration.ZERO));
    faults.failAt("load", 2);
    assertThrows(IllegalStateException.class, () -> faults.failAt("load", 2));
    assertThrows(AssertionError.class, fabric::close);
  }
}
