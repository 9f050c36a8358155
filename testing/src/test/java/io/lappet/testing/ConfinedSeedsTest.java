package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.FabricListener;
import io.lappet.Failure;
import io.lappet.ShutdownReport;
import io.lappet.gen.Loop;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A confined object in virtual time, with two consumers and a timer, which wait in the middle of their
 * calls and fail now and then. Whatever the order, one call runs at a time and nothing is lost. {@code
 * -Dlappet.confined.seeds=N} tries N seeds.
 */
class ConfinedSeedsTest {
  private static final int SEEDS = Integer.getInteger("lappet.confined.seeds", 300);

  @Test
  @Timeout(3600)
  void oneCallAtATimeInOrderWhateverHappens() throws Exception {
    Set<List<String>> courses = new HashSet<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      try {
        List<String> course = new Desk(seed).run();
        courses.add(course);
        if (seed % 10 == 0) {
          assertThat(new Desk(seed).run()).as("the same seed again").isEqualTo(course);
        }
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
    assertThat(courses).hasSizeGreaterThan(SEEDS / 2).anyMatch(course -> course.contains("tick"));
  }

  /** One object and what is sent to it. One thread runs at a time, so nothing here is guarded. */
  private static final class Desk implements FabricListener {
    private static final int ITEMS = 12;

    private final SplittableRandom random;
    private final TestFabric fabric;
    private final Weaving weaving;
    private final Loop loop;
    private final boolean cutShort;
    private final List<String> course = new ArrayList<>();
    private final List<Integer> first = new ArrayList<>();
    private final List<Integer> second = new ArrayList<>();
    private int inside;
    private int failed;
    private int reported;

    Desk(int seed) {
      random = new SplittableRandom(seed);
      fabric = TestFabric.create(seed, Fabric.builder().listener(this));
      weaving = Weaving.of(fabric, 1, "Desk", this);
      loop = weaving.loop();
      cutShort = random.nextInt(4) == 0;
    }

    @Override
    public void onFailure(Failure failure) {
      reported++;
    }

    private void call(String what) throws Exception {
      assertThat(inside++).as("calls inside").isZero();
      try {
        loop.require("Desk.call(String)");
        course.add(what);
        switch (random.nextInt(4)) {
          case 0 -> fabric.sleep(Duration.ofMillis(random.nextInt(20)));
          case 1 -> {
            failed++;
            throw new IllegalStateException(what);
          }
          default -> {} // returns at once
        }
      } finally {
        inside--;
      }
    }

    List<String> run() throws Exception {
      Channel<Integer> one =
          weaving.<Integer>channel("one").capacity(4).sentByHand().make();
      Channel<Integer> two = weaving.<Integer>channel("two").sentByHand().make();
      weaving.consumer("takeOne", one).loop(loop).runs(item -> {
        first.add(item);
        two.send(item + 100);
        call("one " + item);
      });
      weaving.consumer("takeTwo", two).loop(loop).runs(item -> {
        second.add(item);
        call("two " + item);
      });
      weaving.timer("tick").every(Duration.ofMillis(5)).loop(loop).runs(() -> {
        call("tick");
      });
      weaving.register();
      fabric.start();
      for (int i = 1; i <= ITEMS; i++) {
        assertThat(one.trySend(i, Duration.ofHours(1))).isTrue(); // lets the clock move
        if (random.nextBoolean()) {
          fabric.advance(Duration.ofMillis(random.nextInt(10)));
        }
      }
      Duration grace = cutShort ? Duration.ofMillis(random.nextInt(10)) : Duration.ofHours(1);
      ShutdownReport report = fabric.close(grace);
      check(report);
      return course;
    }

    private void check(ShutdownReport report) {
      assertThat(report.stuck()).isEmpty();
      assertThat(first).isSorted().doesNotHaveDuplicates();
      assertThat(second).isSorted().doesNotHaveDuplicates();
      if (!cutShort) {
        assertThat(report.clean()).isTrue();
        assertThat(first).hasSize(ITEMS);
        assertThat(second).hasSize(ITEMS);
        assertThat(reported).isEqualTo(failed);
      }
      assertThat(fabric.threads()).isEmpty();
    }
  }
}
