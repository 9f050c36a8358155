package io.lappet.examples.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import io.lappet.Worker;
import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

class NoPollingTest {
  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  @LappetTest(seeds = 50)
  void eachItemGoesToOneConsumerAsSoonAsItComes(TestFabric fabric) {
    Stage stage = new Stage(fabric);
    fabric.start(new WovenNoPolling(fabric, Stage.UNIT, 10, stage));

    fabric.advance(Stage.UNIT.multipliedBy(11));

    assertThat(stage.lines())
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, 10).mapToObj(i -> i + " took " + i).toList());
    assertThat(fabric.workers()).allMatch(worker -> worker.state() == Worker.State.DONE);
  }

  @Test
  @Timeout(60)
  void nobodyWakesUpOrUsesTheProcessorBetweenItems() throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      CountDownLatch first = new CountDownLatch(1);
      fabric.start(new WaitsAfterTheFirst(fabric, first));
      first.await();
      List<Thread> consumers = consumers(fabric);
      while (consumers.size() < 3) { // those that have not yet begun
        letPass(Duration.ofMillis(10));
        consumers = consumers(fabric);
      }

      long[] before;
      long[] after = snapshot(consumers);
      do { // a while may pass until all are asleep; who polls never is
        before = after;
        letPass(Duration.ofMillis(1_500));
        after = snapshot(consumers);
      } while (!Arrays.equals(before, after));

      assertThat(consumers).allMatch(thread -> thread.getState() == Thread.State.WAITING);
    }
  }

  private static List<Thread> consumers(Fabric fabric) {
    return fabric.workers().stream()
        .filter(worker -> worker.name().endsWith("take"))
        .flatMap(worker -> worker.threads().stream())
        .toList();
  }

  /** How often each thread has begun to wait, and how much time of the processor it has used. */
  private static long[] snapshot(List<Thread> threads) {
    return threads.stream()
        .flatMapToLong(thread -> LongStream.of(
            THREADS.getThreadInfo(thread.getId()).getWaitedCount(),
            THREADS.getThreadCpuTime(thread.getId())))
        .toArray();
  }

  private static void letPass(Duration time) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(time.toNanos(), TimeUnit.NANOSECONDS))
        .isFalse();
  }

  /** Makes one item and then none for an hour. */
  private static final class WaitsAfterTheFirst extends WovenNoPolling {
    private final CountDownLatch first;

    WaitsAfterTheFirst(Fabric fabric, CountDownLatch first) {
      super(fabric, Duration.ofHours(1), 2, line -> {});
      this.first = first;
    }

    private boolean made;

    @Override
    Integer make() throws InterruptedException {
      if (made) {
        return super.make();
      }
      made = true;
      return 0;
    }

    @Override
    void take(int item) {
      first.countDown();
    }
  }
}
