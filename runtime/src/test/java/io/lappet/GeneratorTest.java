package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.Twin;
import io.lappet.gen.Weaving;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Values that a body makes one by one, each only when it is asked for. */
@Timeout(60)
class GeneratorTest {
  private final Recorder recorder = new Recorder();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private final Fabric fabric = Fabric.builder().name("desk").listener(recorder).build();

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
    Eventually.until(() -> recorder.started.size() == recorder.ended.size());
    assertThat(fabric.threads()).isEmpty();
  }

  /** Makes 1, 2, 3 up to {@code last}, and notes what it does. */
  private Generator<Integer> numbers(int last) {
    return fabric.generator("numbers", out -> {
      try {
        for (int i = 1; i <= last; i++) {
          events.add("made " + i);
          out.yield(i);
        }
        events.add("end");
      } finally {
        events.add("unwound");
      }
    });
  }

  @Test
  void valuesComeInOrderAndThenNoMore() {
    Generator<Integer> numbers = numbers(3);
    List<Integer> seen = new ArrayList<>();
    for (int number : numbers) {
      seen.add(number);
    }
    assertThat(seen).containsExactly(1, 2, 3);
    assertThat(numbers.hasNext()).isFalse();
    assertThatThrownBy(numbers::next)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("numbers-1");
    assertThat(events).endsWith("end", "unwound");
  }

  @Test
  void itIsNeverAheadOfItsConsumer() {
    Generator<Integer> numbers = numbers(3);
    assertThat(events).isEmpty();
    assertThat(recorder.started).isEmpty(); // no thread either
    assertThat(numbers.next()).isEqualTo(1);
    assertThat(events).containsExactly("made 1");
    assertThat(numbers.hasNext()).isTrue();
    assertThat(events).containsExactly("made 1", "made 2");
    assertThat(numbers.hasNext()).isTrue();
    assertThat(numbers.next()).isEqualTo(2);
    assertThat(events).containsExactly("made 1", "made 2");
    numbers.close();
  }

  @Test
  void nextNeedsNoHasNext() {
    Generator<Integer> numbers = numbers(2);
    assertThat(List.of(numbers.next(), numbers.next())).containsExactly(1, 2);
    assertThatThrownBy(numbers::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aBodyMayMakeNothing() {
    assertThat(fabric.generator("none", out -> {}).hasNext()).isFalse();
  }

  @Test
  void aValueMayBeNull() {
    Generator<String> generator = fabric.generator("nulls", out -> {
      out.yield(null);
      out.yield("a");
      out.yield(null);
    });
    assertThat(generator.hasNext()).isTrue();
    assertThat(generator.next()).isNull();
    assertThat(generator.next()).isEqualTo("a");
    assertThat(generator.next()).isNull();
    assertThat(generator.hasNext()).isFalse();
  }

  @Test
  void itsIteratorIsItself() {
    Generator<Integer> numbers = numbers(3);
    assertThat(numbers.iterator().next()).isEqualTo(1);
    assertThat(numbers.iterator().next()).isEqualTo(2);
    numbers.close();
  }

  // ---- Failures

  @Test
  void aFailureArrivesAtWhoeverAsks() {
    IllegalStateException failure = new IllegalStateException("empty");
    Generator<Integer> generator = fabric.generator("fail", out -> {
      out.yield(1);
      throw failure;
    });
    assertThat(generator.next()).isEqualTo(1);
    assertThatThrownBy(generator::hasNext).isSameAs(failure);
    assertThat(generator.hasNext()).isFalse();
    assertThatThrownBy(generator::next).isInstanceOf(NoSuchElementException.class);
  }

  @Test
  void aCheckedFailureArrivesInTaskFailedException() {
    IOException failure = new IOException("disk");
    Generator<Integer> generator = fabric.generator("fail", out -> {
      throw failure;
    });
    assertThatThrownBy(generator::next)
        .isInstanceOf(TaskFailedException.class)
        .cause()
        .isSameAs(failure);
    assertThat(generator.hasNext()).isFalse();
    generator.close();
  }

  @Test
  void aGeneratorMayDrawOnAnother() {
    IOException failure = new IOException("disk");
    Generator<Integer> inner = fabric.generator("inner", out -> {
      out.yield(1);
      out.yield(2);
      throw failure;
    });
    Generator<Integer> squares = fabric.generator("squares", out -> {
      for (int number : inner) {
        out.yield(number * number);
      }
    });
    assertThat(squares.next()).isEqualTo(1);
    assertThat(squares.next()).isEqualTo(4);
    assertThatThrownBy(squares::next)
        .isInstanceOf(TaskFailedException.class)
        .cause()
        .isSameAs(failure); // not nested
  }

  // ---- CORO.3: leaving a generator early runs its finally

  @Test
  void leavingEarlyRunsTheFinallyBlock() {
    try (Generator<Integer> numbers = numbers(9)) {
      assertThat(numbers.next()).isEqualTo(1);
      assertThat(numbers.next()).isEqualTo(2);
    }
    assertThat(events).containsExactly("made 1", "made 2", "unwound");
    assertThat(fabric.threads()).isEmpty();
    Eventually.until(() -> recorder.ended.size() == 1);
  }

  @Test
  void closingMayBeRepeatedAndEndsTheValues() {
    Generator<Integer> numbers = numbers(9);
    numbers.next();
    assertThat(numbers.hasNext()).isTrue();
    numbers.close(); // also what was looked at and not taken
    numbers.close();
    assertThat(numbers.hasNext()).isFalse();
    assertThatThrownBy(numbers::next).isInstanceOf(NoSuchElementException.class);
    assertThat(events).containsExactly("made 1", "made 2", "unwound");
  }

  @Test
  void oneThatIsClosedBeforeItBeginsNeverDoes() {
    Generator<Integer> numbers = numbers(9);
    numbers.close();
    assertThat(numbers.hasNext()).isFalse();
    assertThat(events).isEmpty();
    assertThat(recorder.started).isEmpty();
  }

  @Test
  void whatTheFinallyBlockThrowsComesOutOfClose() {
    IllegalStateException failure = new IllegalStateException("no way back");
    Generator<Integer> generator = fabric.generator("fail", out -> {
      try {
        out.yield(1);
      } catch (RuntimeException e) {
        throw failure;
      }
    });
    generator.next();
    assertThatThrownBy(generator::close).isSameAs(failure);
    generator.close();
  }

  @Test
  void aYieldInTheFinallyBlockIsRefused() {
    Generator<Integer> generator = fabric.generator("late", out -> {
      try {
        out.yield(1);
      } finally {
        out.yield(2);
        events.add("never");
      }
    });
    generator.next();
    generator.close();
    assertThat(generator.hasNext()).isFalse();
    assertThat(events).isEmpty();
  }

  @Test
  void aBodyThatIgnoresThatItIsClosedEndsNevertheless() {
    Generator<Integer> generator = fabric.generator("stubborn", out -> {
      for (int i = 0; ; i++) {
        try {
          out.yield(i);
        } catch (RuntimeException e) {
          events.add("ignored");
        }
      }
    });
    generator.next();
    generator.close();
    assertThat(events).isNotEmpty();
    assertThat(fabric.threads()).isEmpty();
  }

  @Test
  void aStreamTakesOneByOneAndClosesTheGenerator() {
    try (Stream<Integer> stream = numbers(9).stream()) {
      assertThat(stream.limit(2).map(i -> i * 10)).containsExactly(10, 20);
    }
    assertThat(events).endsWith("unwound").doesNotContain("made 4", "end");
    assertThat(numbers(3).stream()).containsExactly(1, 2, 3);
  }

  @Test
  void aStreamMayHaveNulls() {
    Generator<String> generator = fabric.generator("nulls", out -> out.yield(null));
    assertThat(generator.stream()).containsExactly((String) null);
  }

  @Test
  void closingOneThatIsAskedEndsItAtItsNextYield() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Generator<Integer> generator = fabric.generator("busy", out -> {
      entered.countDown();
      leave.await();
      out.yield(1);
    });
    Side<Boolean> asker = Side.call(generator::hasNext);
    Eventually.passes(entered);
    Side<Void> closer = Side.run(generator::close).blocked();
    leave.countDown();
    closer.result();
    assertThat(asker.result()).isFalse();
  }

  // ---- Who asks

  @Test
  void theBodyCannotAsk() {
    AtomicReference<Generator<String>> itself = new AtomicReference<>();
    itself.set(fabric.generator("self", out -> {
      assertThatThrownBy(() -> itself.get().hasNext())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("self-1");
      assertThatThrownBy(() -> itself.get().next()).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> itself.get().close()).isInstanceOf(IllegalStateException.class);
      out.yield("unharmed");
    }));
    assertThat(itself.get().next()).isEqualTo("unharmed");
    assertThat(itself.get().hasNext()).isFalse();
  }

  @Test
  void oneThreadAsksAtATime() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Generator<Integer> generator = fabric.generator("busy", out -> {
      entered.countDown();
      leave.await();
      out.yield(1);
    });
    Side<Integer> first = Side.call(generator::next);
    Eventually.passes(entered);
    assertThatThrownBy(generator::hasNext)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("busy-1 is running");
    leave.countDown();
    assertThat(first.result()).isEqualTo(1);
    generator.close();
  }

  @Test
  void onlyTheBodyYields() {
    AtomicReference<Yield<Integer>> leaked = new AtomicReference<>();
    Generator<Integer> generator = fabric.generator("leak", out -> {
      leaked.set(out);
      out.yield(1);
    });
    generator.next();
    assertThatThrownBy(() -> leaked.get().yield(2)).isInstanceOf(IllegalStateException.class);
    assertThat(generator.hasNext()).isFalse();
    assertThatThrownBy(() -> leaked.get().yield(2)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void whoIsInterruptedDoesNotLoseTheValue() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Generator<Integer> generator = fabric.generator("slow", out -> {
      entered.countDown();
      leave.await();
      out.yield(1);
      out.yield(2);
    });
    Side<Boolean> asker = Side.call(() -> {
      assertThatThrownBy(generator::hasNext).isInstanceOf(WaitInterruptedException.class);
      return Thread.currentThread().isInterrupted();
    });
    Eventually.passes(entered);
    assertThat(asker.interrupt().result()).isTrue();
    leave.countDown();
    assertThat(generator.hasNext()).isTrue();
    assertThat(generator.next()).isEqualTo(1);
    assertThat(generator.next()).isEqualTo(2);
    generator.close();
  }

  // ---- The fabric

  @Test
  void closingTheFabricUnwindsThoseThatAreLeft() {
    Generator<Integer> left = numbers(9);
    Generator<Integer> idle = numbers(9);
    left.next();
    assertThat(fabric.close(Duration.ofSeconds(30)).clean()).isTrue();
    assertThat(events).containsExactly("made 1", "unwound");
    assertThat(left.hasNext()).isFalse();
    assertThatThrownBy(idle::hasNext).isInstanceOf(FabricClosedException.class);
    assertThatThrownBy(() -> fabric.generator("late", out -> {}))
        .isInstanceOf(FabricClosedException.class)
        .hasMessageContaining("generator late");
  }

  @Test
  void theBodySeesTheContextInWhichItWasMade() throws Exception {
    ContextKey<String> user = ContextKey.named("user");
    Generator<String> generator =
        user.call("ann", () -> fabric.generator("greet", out -> out.yield(user.get())));
    assertThat(user.call("bob", generator::next)).isEqualTo("ann");
    generator.close();
  }

  @Test
  void aTaskMayUseOne() {
    Task<Integer> task = fabric.submit(
        "sum", () -> numbers(100).stream().mapToInt(Integer::intValue).sum());
    assertThat(task.join()).isEqualTo(5050);
  }

  @Test
  void aTwinMakesOneForEachCall() {
    Twin twin = Weaving.of(fabric, 1, "Primes", this).twin("numbers").make();
    Generator.Source<String> source = out -> {
      out.yield("of " + Thread.currentThread().getName());
      out.yield("end");
    };
    Generator<String> first = twin.generate(source);
    Generator<String> second = twin.generate(source);
    assertThat(first.next()).matches("of Primes.numbers-\\d+");
    assertThat(second.next()).matches("of Primes.numbers-\\d+");
    assertThat(first.next()).isEqualTo("end");
    first.close();
    second.close();
  }

  @Test
  void manyCanBeOpenAtOnce() {
    List<Generator<Integer>> all = new ArrayList<>();
    for (int i = 0; i < 200; i++) {
      all.add(numbers(2));
    }
    assertThat(all).allSatisfy(numbers -> assertThat(numbers.next()).isEqualTo(1));
    assertThat(fabric.threads()).isEmpty();
    all.forEach(Generator::close);
    Eventually.until(() -> recorder.ended.size() == 200);
  }
}
