package io.lappet.examples.ticks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.Tick;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import org.junit.jupiter.api.Test;

/** Tasks that begin later. */
class DelayedTaskTest {
  private final Watch watch = new Watch();
  private final List<Tick> ticks = watch.ticks;

  @LappetTest(seeds = 3)
  void aDelayedTaskCancelledBeforeItIsDueNeverRuns(TestFabric fabric) {
    List<String> log = new ArrayList<>();
    Task<Void> task = fabric.after(Watch.ms(100), "one", () -> log.add("ran"));
    fabric.advance(Watch.ms(50));
    assertThat(task.cancel(false)).isTrue();
    assertThat(task.cancel(true)).isFalse();
    fabric.advance(Watch.ms(500));
    assertThat(log).isEmpty();
    assertThatThrownBy(task::join).isInstanceOf(CancellationException.class);
  }

  @LappetTest(seeds = 3)
  void aDelayedTaskThatCancelsItselfCompletesItsBody(TestFabric fabric) {
    List<String> log = new ArrayList<>();
    List<Task<Void>> task = new ArrayList<>();
    task.add(fabric.after(Watch.ms(100), "one", () -> {
      task.get(0).cancel(false);
      log.add("ran");
    }));
    fabric.advance(Watch.ms(500));
    assertThat(log).containsExactly("ran");
  }

  @LappetTest(seeds = 3)
  void delaysOfZeroAndOfThePast(TestFabric fabric) {
    List<String> log = new ArrayList<>();
    fabric.after(Duration.ZERO, "zero", () -> log.add("zero"));
    fabric.at(Watch.ZERO.minusSeconds(100), "past", () -> log.add("past"));
    fabric.settle();
    assertThat(log).containsExactlyInAnyOrder("zero", "past");
    try {
      fabric.after(Watch.ms(-5), "negative", () -> log.add("negative"));
      fabric.settle();
      System.err.println("negative delay runs: " + log);
    } catch (IllegalArgumentException e) {
      System.err.println("negative delay: " + e.getMessage());
    }
  }

  @LappetTest(seeds = 3)
  void delayedTasksAreCancelledByClose(TestFabric fabric) {
    List<String> log = new ArrayList<>();
    Task<Void> hour = fabric.after(Duration.ofHours(1), "hour", () -> log.add("hour"));
    Task<Void> day = fabric.at(Watch.ZERO.plusSeconds(86_400), "day", () -> log.add("day"));
    fabric.start(new WovenBeats_Plain(fabric, ticks::add));
    fabric.advance(Watch.ms(250));
    ShutdownReport report = fabric.close(Watch.ms(100));
    assertThat(report.clean()).isTrue();
    assertThat(hour.isCancelled()).isTrue();
    assertThat(day.isCancelled()).isTrue();
    assertThat(log).isEmpty();
    assertThatThrownBy(() -> fabric.after(Watch.ms(1), "late", () -> {}))
        .hasMessageContaining(fabric.name());
  }

  @LappetTest(seeds = 3)
  void argumentsOfOneCall(TestFabric fabric) {
    OneShots c = fabric.start(new WovenOneShots(fabric, t -> {}));
    String what = "one";
    c.sayAsync(what, List.of("x"));
    what = "two";
    c.sayAsync(what, List.of("y"));
    fabric.advance(Duration.ofNanos(99_999_999));
    assertThat(c.log).isEmpty();
    fabric.advance(Duration.ofNanos(1));
    assertThat(c.log).containsExactlyInAnyOrder("one[x]", "two[y]");
    fabric.advance(Watch.ms(1000));
    assertThat(c.log).hasSize(2);
  }

  @Test
  void aVoidOneShotThatFailsIsReportedOnce() {
    TestFabric fabric = watch.listening();
    OneShots c = fabric.start(new WovenOneShots(fabric, t -> {
      throw new IllegalStateException("no");
    }));
    c.sayAsync("x", List.of());
    fabric.advance(Watch.ms(500));
    assertThat(watch.failures).hasSize(1);
    Task<Integer> task = c.countAsync(1);
    fabric.advance(Watch.ms(500));
    assertThatThrownBy(task::join).hasRootCauseMessage("no");
    fabric.close();
    assertThat(watch.failures).hasSize(1);
  }

  @LappetTest(seeds = 3)
  void cancelOfOneThatRunsDoesNotUndoIt(TestFabric fabric) {
    List<String> done = new ArrayList<>();
    OneShots c = fabric.start(new WovenOneShots(fabric, t -> {
      fabric.sleep(Watch.ms(300));
      done.add("done at " + Watch.at(fabric.time().now()));
    }));
    Task<Integer> task = c.countAsync(1);
    fabric.advance(Watch.ms(200));
    fabric.advance(Watch.ms(1000));
    assertThat(done).containsExactly("done at 400");
  }

  @LappetTest(seeds = 3)
  void cancelWithInterrupt(TestFabric fabric) {
    List<String> log = new ArrayList<>();
    OneShots c = fabric.start(new WovenOneShots(fabric, t -> {
      try {
        fabric.sleep(Watch.ms(300));
      } catch (InterruptedException e) {
        log.add("interrupted at " + Watch.at(fabric.time().now()));
        throw e;
      }
    }));
    Task<Integer> task = c.countAsync(1);
    fabric.advance(Watch.ms(200));
    assertThat(task.cancel(true)).isTrue();
    fabric.advance(Watch.ms(10));
    assertThat(log).containsExactly("interrupted at 200");
    assertThatThrownBy(task::join).isInstanceOf(CancellationException.class);
  }

  @LappetTest(seeds = 3)
  void theOrderOfOneShots(TestFabric fabric) {
    List<Integer> order = new ArrayList<>();
    fabric.after(Duration.ofSeconds(1), "a", () -> {
      order.add(1);
      fabric.after(Duration.ofSeconds(1), "b", () -> order.add(2));
      fabric.after(Duration.ofSeconds(3), "d", () -> order.add(4));
      fabric.after(Duration.ofSeconds(4), "e", () -> order.add(5));
    });
    fabric.after(Duration.ofSeconds(3), "c", () -> order.add(3));
    fabric.advance(Duration.ofSeconds(6));
    assertThat(order).containsExactly(1, 2, 3, 4, 5);
  }
}
