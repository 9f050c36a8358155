package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * What seeds find, and that each finds it again. The seeds that are found are written down, so that
 * all JDKs have to agree on them.
 */
class SeedsTest {
  private static final long SEEDS = 200;

  private static List<Long> seedsThat(LongPredicate fail) {
    return LongStream.rangeClosed(1, SEEDS).filter(fail).boxed().toList();
  }

  /** A counter that is read under its lock and written under its lock, but not under one lock. */
  private static final class Counter {
    private final ReentrantLock lock = new ReentrantLock();
    private int value;

    int get(World world) {
      world.seam.lock(lock);
      try {
        return value;
      } finally {
        lock.unlock();
      }
    }

    void set(World world, int value) {
      world.seam.lock(lock);
      try {
        this.value = value;
      } finally {
        lock.unlock();
      }
    }
  }

  private static boolean losesAnUpdate(long seed) {
    try (World world = new World(seed)) {
      return losesAnUpdate(world);
    }
  }

  private static boolean losesAnUpdate(World world) {
    Counter counter = new Counter();
    for (String name : List.of("a", "b")) {
      world.go(name, () -> counter.set(world, counter.get(world) + 1));
    }
    world.settle();
    return counter.value != 2;
  }

  @Test
  void lostUpdatesAreFoundByTheSameSeedsEverywhere() {
    List<Long> found = seedsThat(SeedsTest::losesAnUpdate);
    assertThat(found).startsWith(2L, 5L, 8L, 12L, 19L).hasSize(52);
    assertEquals(found, seedsThat(SeedsTest::losesAnUpdate));
  }

  @Test
  void theFixedOrderNeverHoldsAnybodyUp() {
    try (World world = new World()) {
      assertEquals(false, losesAnUpdate(world));
    }
  }

  private static boolean deadlocks(long seed) {
    ReentrantLock left = new ReentrantLock();
    ReentrantLock right = new ReentrantLock();
    try (World world = new World(seed)) {
      world.go("a", () -> takeBoth(world, left, right));
      world.go("b", () -> takeBoth(world, right, left));
      world.settle();
      return false;
    } catch (DeadlockError e) {
      return true;
    }
  }

  private static void takeBoth(World world, ReentrantLock first, ReentrantLock second) {
    world.seam.lock(first);
    try {
      world.seam.lock(second);
      second.unlock();
    } finally {
      first.unlock();
    }
  }

  @Test
  void deadlocksAreFoundByTheSameSeedsEverywhere() {
    List<Long> found = seedsThat(SeedsTest::deadlocks);
    assertThat(found).startsWith(2L, 5L, 8L, 12L, 19L).hasSize(52);
    assertEquals(found, seedsThat(SeedsTest::deadlocks));
  }

  @Test
  void aSeedMakesTheSameRunEveryTime() {
    List<String> first = course(17);
    for (int i = 0; i < 20; i++) {
      assertEquals(first, course(17));
    }
    assertThat(course(18)).isNotEqualTo(first);
  }

  /** The order in which some threads with locks, conditions and timeouts take their turns. */
  private static List<String> course(long seed) {
    try (World world = new World(seed)) {
      ReentrantLock lock = new ReentrantLock();
      int[] rounds = {0};
      for (String name : List.of("a", "b", "c", "d")) {
        world.go(name, () -> {
          for (int i = 0; i < 5; i++) {
            world.seam.lock(lock);
            world.log.add(name + " locked");
            lock.unlock();
            int round = i;
            world.change(() -> rounds[0]++);
            world.await(() -> rounds[0] >= 4 * round);
            world.await(() -> false, (round + 1) * 1_000L);
            world.log.add(name + " slept");
          }
        });
      }
      world.baton.advance(10_000);
      assertEquals(List.of(), world.failures);
      assertEquals(40, world.log.size());
      return new ArrayList<>(world.log);
    }
  }
}
