package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What the scheduler says, after a while of real time, instead of hanging. */
class StuckTest {
  private final World world = World.impatient();

  @AfterEach
  void leaveNothingBehind() {
    world.close();
    assertThat(world.threads).noneMatch(Thread::isAlive);
  }

  @Test
  void aThreadStuckInForeignCodeIsReportedWithItsStack() {
    CountDownLatch never = new CountDownLatch(1);
    world.go("blocks", never::await);
    AssertionError told = assertThrows(AssertionError.class, world::settle);
    assertThat(told).hasMessageContainingAll("Stuck: blocks", "CountDownLatch.await");
  }

  @Test
  void afterThatNothingGoesOnAnyMore() {
    CountDownLatch never = new CountDownLatch(1);
    world.go("blocks", never::await);
    world.go("waits", () -> world.log.add("ran"));
    assertThrows(AssertionError.class, world::settle);
    assertThrows(IllegalStateException.class, world::settle);
    assertEquals(List.of(), world.log);
  }

  @Test
  void aGuestThatNobodyServesIsToldWhoDrives() throws Exception {
    world.settle();
    Thread guest = new Thread(() -> {
      try {
        world.await(() -> false);
      } catch (IllegalStateException e) {
        world.log.add(e.getMessage());
      } catch (InterruptedException e) {
        world.failures.add(e);
      }
    });
    guest.start();
    guest.join();
    assertThat(world.log).singleElement().asString().contains("the thread that drives it");
  }
}
