package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Turns, closing and interrupts on real threads, again and again. */
@Timeout(120)
class CoroutineStressTest {
  private final Recorder recorder = new Recorder();
  private final Fabric fabric = Fabric.builder().listener(recorder).build();

  @AfterEach
  void closeFabric() {
    assertThat(fabric.close(Duration.ofSeconds(30)).clean()).isTrue();
    Eventually.until(() -> recorder.started.size() == recorder.ended.size());
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void manyValuesComeInOrder() {
    List<Task<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      tasks.add(fabric.submit("take", () -> {
        int expected = 0;
        Generator<Integer> numbers = fabric.generator("numbers", out -> {
          for (int n = 0; n < 5_000; n++) {
            out.yield(n);
          }
        });
        for (int number : numbers) {
          assertThat(number).isEqualTo(expected++);
        }
        return expected;
      }));
    }
    tasks.forEach(task -> assertThat(task.join()).isEqualTo(5_000));
  }

  @Test
  void interruptsLoseNoValue() throws Exception {
    for (int round = 0; round < 10; round++) {
      Generator<Integer> numbers = fabric.generator("numbers", out -> {
        for (int n = 0; n < 300; n++) {
          out.yield(n);
        }
      });
      Side<List<Integer>> taker = Side.call(() -> takeAll(numbers));
      while (!taker.isOver()) {
        taker.interrupt();
      }
      List<Integer> seen = taker.result();
      assertThat(seen).hasSize(300).isSorted().doesNotHaveDuplicates();
    }
  }

  private static List<Integer> takeAll(Generator<Integer> numbers) {
    List<Integer> seen = new ArrayList<>();
    while (true) {
      try {
        if (!numbers.hasNext()) {
          return seen;
        }
        seen.add(numbers.next());
      } catch (WaitInterruptedException e) {
        Thread.interrupted(); // and asks again
      }
    }
  }

  @Test
  void whoeverClosesWhenever() {
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger unwound = new AtomicInteger();
    for (int round = 0; round < 200; round++) {
      Coroutine<Integer, Integer> body = fabric.coroutine("raced", (first, self) -> {
        begun.incrementAndGet();
        try {
          int value = first;
          while (true) {
            value = self.suspend(value);
          }
        } finally {
          unwound.incrementAndGet();
        }
      });
      Side<Void> resumer = Side.run(() -> resumeUntilClosed(body));
      Side<Void> closer = Side.run(body::close);
      if (round % 3 == 0) {
        resumer.interrupt();
      }
      body.close();
      resumer.result();
      closer.result();
      assertThat(body.isDone()).isTrue();
      assertThat(unwound).hasValue(begun.get());
    }
  }

  private static void resumeUntilClosed(Coroutine<Integer, Integer> body) {
    int next = 0;
    while (true) {
      try {
        int value = body.resume(next);
        assertThat(value).isLessThanOrEqualTo(next);
        next++;
      } catch (WaitInterruptedException e) {
        Thread.interrupted();
      } catch (IllegalStateException e) {
        return; // closed before, or meanwhile: then it is a CancellationException
      }
    }
  }

  @Test
  void closingTheFabricEndsThemAllWhoeverResumes() {
    for (int round = 0; round < 30; round++) {
      Recorder own = new Recorder();
      Fabric closing = Fabric.builder().listener(own).build();
      AtomicInteger open = new AtomicInteger();
      List<Coroutine<Integer, Integer>> bodies = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        bodies.add(closing.coroutine("raced", (first, self) -> {
          open.incrementAndGet();
          try {
            int value = first;
            while (true) {
              value = self.suspend(value);
            }
          } finally {
            open.decrementAndGet();
          }
        }));
      }
      List<Side<Void>> resumers = new ArrayList<>();
      bodies.subList(1, 4).forEach(b -> resumers.add(Side.run(() -> resumeUntilEnd(b))));
      bodies.get(0).resume(1);
      closing.close(Duration.ofSeconds(30));
      resumers.forEach(Side::result);
      Eventually.until(() -> own.started.size() == own.ended.size());
      assertThat(open).hasValue(0);
      assertThat(closing.threads()).isEmpty();
    }
  }

  private static void resumeUntilEnd(Coroutine<Integer, Integer> body) {
    try {
      resumeUntilClosed(body);
    } catch (FabricClosedException e) {
      return; // it had not begun
    }
  }
}
