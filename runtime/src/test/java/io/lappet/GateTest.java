package io.lappet;

import static io.lappet.Eventually.timeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.Gates;
import io.lappet.gen.Weaving;
import io.lappet.internal.seam.SystemSeam;
import io.lappet.internal.sync.GateCore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Gates by hand, and as generated code waits for them; ours and one of a user. */
@Timeout(60)
class GateTest {
  private static final String CALL = "Car.cross()";
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LARGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
  private static final Duration SMALLEST = Duration.ofSeconds(Long.MIN_VALUE);

  private final Gate gate = ours();

  private static Gate ours() {
    return new GateCore(SystemSeam.INSTANCE, "TrafficLight.green");
  }

  static List<Gate> oursAndAnother() {
    return List.of(ours(), new OfAUser());
  }

  /** A gate that opens once, as a user might make one for a test. */
  private static final class OfAUser implements Gate {
    private final CountDownLatch latch = new CountDownLatch(1);

    @Override
    public String name() {
      return "TrafficLight.green";
    }

    @Override
    public void open() {
      latch.countDown();
    }

    @Override
    public void close() {
      throw new UnsupportedOperationException();
    }

    @Override
    public boolean isOpen() {
      return latch.getCount() == 0;
    }

    @Override
    public void await() throws InterruptedException {
      latch.await();
    }

    @Override
    public boolean await(Duration limit) throws InterruptedException {
      return latch.await(TimeUnit.NANOSECONDS.convert(limit), TimeUnit.NANOSECONDS);
    }
  }

  // ---- EVT

  @Test
  void evt1_initiallyClosedAndOpenAndCloseAreIdempotent() {
    assertThat(gate.isOpen()).isFalse();
    gate.open();
    assertThat(gate.isOpen()).isTrue();
    gate.open();
    assertThat(gate.isOpen()).isTrue();
    gate.close();
    assertThat(gate.isOpen()).isFalse();
    gate.close();
    assertThat(gate.isOpen()).isFalse();
  }

  @Test
  void evt2_aTimedWaitReportsFalse() throws Exception {
    Duration limit = Duration.ofMillis(500);
    assertThat(gate.await(Duration.ZERO)).isFalse();
    assertThat(timeOf(() -> assertThat(gate.await(limit)).isFalse()))
        .isBetween(limit, Eventually.PATIENCE);
  }

  @Test
  void aWaitWithoutTimeDoesNotWait() throws Exception {
    Gate still = new GateCore(new ManualSeam(), "TrafficLight.green"); // where waits do not end
    assertThat(still.await(Duration.ZERO)).isFalse();
    assertThat(still.await(SMALLEST)).isFalse();
    assertThatThrownBy(() -> Gates.await(still, Duration.ZERO, CALL))
        .isInstanceOf(WaitTimeoutException.class);
  }

  @Test
  void evt3_afterCloseNewWaitersWaitForANewOpening() throws Exception {
    Side<Void> passing = Side.run(gate::await).blocked();
    gate.open();
    passing.result();
    gate.close();
    assertThat(timeOf(() -> assertThat(gate.await(SHORT)).isFalse()))
        .isBetween(SHORT, Eventually.PATIENCE);
    Side<Void> next = Side.run(gate::await).blocked();
    gate.open();
    next.result();
  }

  @Test
  void openingReleasesAllWhoWaitEvenIfClosedRightAfterwards() {
    for (int round = 0; round < 100; round++) {
      List<Side<Void>> waiting = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        waiting.add(Side.run(gate::await));
      }
      waiting.add(Side.run(() -> Gates.await(gate, CALL)));
      waiting.forEach(Side::parked);
      gate.open();
      gate.close();
      waiting.forEach(Side::result);
      assertThat(gate.isOpen()).isFalse();
    }
  }

  @Test
  void whatWasDoneBeforeOpeningIsSeenByWhoPasses() {
    for (int round = 0; round < 300; round++) {
      Gate fresh = ours();
      int[] value = new int[1]; // published by the gate
      Side<Integer> waits = Side.call(() -> {
        fresh.await();
        return value[0];
      });
      Side<Integer> passes = Side.call(() -> {
        while (!fresh.isOpen()) {
          Thread.onSpinWait();
        }
        Gates.await(fresh, CALL);
        return value[0];
      });
      value[0] = 1;
      fresh.open();
      assertThat(waits.result()).isEqualTo(1);
      assertThat(passes.result()).isEqualTo(1);
    }
  }

  // ---- GRD.3, GRD.4

  @ParameterizedTest
  @MethodSource("oursAndAnother")
  void grd3_aPastDeadlineStillSucceedsWhenTheGateIsOpen(Gate any) throws Exception {
    any.open();
    for (Duration limit : List.of(Duration.ZERO, Duration.ofMillis(-10), SMALLEST, LARGEST)) {
      assertThat(any.await(limit)).isTrue();
      Gates.await(any, limit, CALL);
      Gates.awaitInterruptibly(any, limit, CALL);
    }
    any.await();
    Gates.await(any, CALL);
    Gates.awaitInterruptibly(any, CALL);
  }

  @ParameterizedTest
  @MethodSource("oursAndAnother")
  void grd4_theLargestTimeoutDoesNotOverflow(Gate any) {
    Side<Boolean> byHand = Side.call(() -> any.await(LARGEST)).blocked();
    Side<Void> byAnnotation = Side.run(() -> Gates.await(any, LARGEST, CALL)).blocked();
    any.open();
    assertThat(byHand.result()).isTrue();
    byAnnotation.result();
  }

  // ---- As generated code waits

  @ParameterizedTest
  @MethodSource("oursAndAnother")
  void aMethodWaitsUntilTheGateOpens(Gate any) {
    Side<Void> waiting = Side.run(() -> Gates.await(any, CALL)).blocked();
    Side<Void> declares = Side.run(() -> Gates.awaitInterruptibly(any, CALL)).blocked();
    any.open();
    waiting.result();
    declares.result();
  }

  @ParameterizedTest
  @MethodSource("oursAndAnother")
  void aMethodGivesUpInTimeAndNamesTheCall(Gate any) throws Exception {
    assertThat(timeOf(() -> assertThatThrownBy(() -> Gates.await(any, SHORT, CALL))
            .isInstanceOf(WaitTimeoutException.class)
            .hasMessageContainingAll(CALL, "TrafficLight.green")))
        .isBetween(SHORT, Eventually.PATIENCE);
    for (Duration limit : List.of(Duration.ZERO, Duration.ofMillis(-10), SMALLEST)) {
      assertThatThrownBy(() -> Gates.await(any, limit, CALL))
          .isInstanceOf(WaitTimeoutException.class);
      assertThatThrownBy(() -> Gates.awaitInterruptibly(any, limit, CALL))
          .isInstanceOf(WaitTimeoutException.class)
          .hasMessageContainingAll(CALL, "TrafficLight.green");
    }
  }

  @ParameterizedTest
  @MethodSource("oursAndAnother")
  void int1_anInterruptEndsTheWait(Gate any) {
    Side<Boolean> declares = Side.call(() -> {
          assertThatThrownBy(() -> Gates.awaitInterruptibly(any, CALL))
              .isInstanceOf(InterruptedException.class);
          return Thread.currentThread().isInterrupted();
        })
        .blocked();
    Side<Boolean> doesNot = Side.call(() -> {
          assertThatThrownBy(() -> Gates.await(any, CALL))
              .isInstanceOf(WaitInterruptedException.class)
              .hasMessageContainingAll(CALL, "TrafficLight.green");
          return Thread.currentThread().isInterrupted();
        })
        .blocked();
    Side<Boolean> byHand = Side.call(() -> {
          assertThatThrownBy(any::await).isInstanceOf(InterruptedException.class);
          return Thread.currentThread().isInterrupted();
        })
        .blocked();
    assertThat(declares.interrupt().result()).isFalse();
    assertThat(doesNot.interrupt().result()).isTrue();
    assertThat(byHand.interrupt().result()).isFalse();
    assertThat(any.isOpen()).isFalse();
  }

  @ParameterizedTest
  @MethodSource("oursAndAnother")
  void int3_interruptionBeatsTimeoutAndSuccessBeatsInterruption(Gate any) {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Gates.awaitInterruptibly(any, Duration.ZERO, CALL))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    for (Duration limit : List.of(Duration.ZERO, SHORT, LARGEST)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> Gates.await(any, limit, CALL))
          .isInstanceOf(WaitInterruptedException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
    any.open();
    Thread.currentThread().interrupt();
    Gates.await(any, CALL);
    Gates.await(any, Duration.ZERO, CALL);
    assertThat(Thread.interrupted()).isTrue();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Gates.awaitInterruptibly(any, CALL))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void byHandWhoIsInterruptedBeforeIsRefused() {
    gate.open();
    Thread.currentThread().interrupt();
    assertThatThrownBy(gate::await).isInstanceOf(InterruptedException.class);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> gate.await(SHORT)).isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
  }

  @Test
  void nullIsRefused() {
    gate.open();
    assertThatNullPointerException().isThrownBy(() -> gate.await(null));
    assertThatNullPointerException().isThrownBy(() -> Gates.await(null, CALL));
    assertThatNullPointerException().isThrownBy(() -> Gates.await(gate, null, CALL));
    assertThatNullPointerException().isThrownBy(() -> Gates.awaitInterruptibly(gate, null, CALL));
  }

  @Test
  void gatesServeVirtualThreads() {
    try (Fabric fabric = Fabric.create()) {
      Gate ofFabric = Weaving.of(fabric, 1, "TrafficLight", this).gate("green");
      assertThat(ofFabric.name()).isEqualTo("TrafficLight.green");
      List<Task<String>> tasks = new ArrayList<>();
      for (int i = 0; i < 20; i++) {
        tasks.add(fabric.submit("cross", () -> {
          Gates.await(ofFabric, CALL);
          return "crossed";
        }));
      }
      ofFabric.open();
      assertThat(tasks).allMatch(task -> task.join().equals("crossed"));
    }
  }
}
