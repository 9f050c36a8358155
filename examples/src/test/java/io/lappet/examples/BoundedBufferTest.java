package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Task;
import io.lappet.WaitTimeoutException;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class BoundedBufferTest {
  @LappetTest(seeds = 100)
  void everyItemIsTakenOnce(TestFabric fabric) {
    BoundedBuffer<Integer> buffer = new WovenBoundedBuffer<>(fabric, 2);
    List<Task<List<Integer>>> takers =
        Stream.of("red", "blue").map(name -> taker(fabric, name, buffer)).toList();
    for (int first : new int[] {0, 10}) {
      fabric.submit("put", () -> {
        for (int item = first; item < first + 10; item++) {
          buffer.put(item);
        }
        return null;
      });
    }
    fabric.settle();

    List<Integer> taken = new ArrayList<>();
    takers.forEach(taker -> taken.addAll(taker.join()));
    assertThat(taken).containsExactlyInAnyOrderElementsOf(numbers(20));
  }

  private static Task<List<Integer>> taker(
      TestFabric fabric, String name, BoundedBuffer<Integer> buffer) {
    return fabric.submit(name, () -> {
      List<Integer> taken = new ArrayList<>();
      for (int i = 0; i < 10; i++) {
        taken.add(buffer.take());
      }
      return taken;
    });
  }

  private static List<Integer> numbers(int count) {
    return IntStream.range(0, count).boxed().toList();
  }

  @LappetTest(seeds = 20)
  void takesManyWhenThereAreMany(TestFabric fabric) throws InterruptedException {
    BoundedBuffer<Integer> buffer = new WovenBoundedBuffer<>(fabric, 4);
    Task<List<Integer>> three = fabric.submit("three", () -> buffer.takeMany(3));
    buffer.put(0);
    buffer.put(1);
    fabric.settle();
    assertThat(three.isDone()).isFalse();
    buffer.put(2);
    assertThat(three.join()).isEqualTo(numbers(3));
  }

  @LappetTest(seeds = 20)
  void givesUpInTime(TestFabric fabric) {
    BoundedBuffer<Integer> buffer = new WovenBoundedBuffer<>(fabric, 1);
    Task<Duration> waited = fabric.submit("soon", () -> {
      long begin = fabric.time().nanos();
      assertThatThrownBy(buffer::takeSoon)
          .isInstanceOf(WaitTimeoutException.class)
          .hasMessageContaining("BoundedBuffer.takeSoon()");
      return Duration.ofNanos(fabric.time().nanos() - begin);
    });
    fabric.advance(Duration.ofSeconds(1));
    assertThat(waited.join()).isEqualTo(Duration.ofMillis(50));
  }
}
