package io.lappet.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lappet.Channel;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.FabricListener;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A fabric with all kinds of workers does the same things in the same order for the same seed. */
class RepetitionTest {
  private static final int SEEDS = 50;

  @Test
  void aSeedMakesOneRunAndSeedsMakeDifferentOnes() {
    Set<List<String>> runs = new HashSet<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<String> run = run(TestFabric.create(seed, quiet()));
      assertEquals(run, run(TestFabric.create(seed, quiet())), "seed " + seed);
      runs.add(run);
    }
    assertTrue(runs.size() > SEEDS / 2, "only " + runs.size() + " different runs");
  }

  @Test
  void theFixedOrderMakesOneRun() {
    List<String> run = run(TestFabric.create(quiet()));
    for (int i = 0; i < 20; i++) {
      assertEquals(run, run(TestFabric.create(quiet())));
    }
  }

  private static Fabric.Builder quiet() {
    return Fabric.builder().listener(new FabricListener() {});
  }

  private static List<String> run(TestFabric fabric) {
    List<String> log = new ArrayList<>();
    try (fabric) {
      fabric.start(new Mill(fabric, log));
      fabric.advance(Duration.ofMillis(50));
    }
    log.add(fabric.story());
    return log;
  }

  /** Grinds numbers. Every third one is too hard. */
  private static final class Mill {
    private final TestFabric fabric;
    private final List<String> log;
    private int next;

    Mill(TestFabric fabric, List<String> log) {
      this.fabric = fabric;
      this.log = log;
      Weaving weaving = Weaving.of(fabric, 1, "Mill", this);
      Channel<Integer> grain = weaving.<Integer>channel("grain").capacity(2).make();
      Channel<String> flour = weaving.<String>channel("flour").capacity(1).make();
      Channel<DeadLetter<Integer>> chaff =
          weaving.<DeadLetter<Integer>>channel("chaff").make();
      weaving.producer("reap").pulls(this::reap, grain);
      weaving
          .consumer("grind", grain)
          .concurrency(3)
          .retries(2)
          .backoff(Duration.ofMillis(2))
          .deadLetter(chaff)
          .maps(this::grind, flour);
      weaving.consumer("bake", flour).concurrency(2).runs(log::add);
      weaving.consumer("sweep", chaff).runs(letter -> log.add("chaff " + letter.message()));
      weaving.timer("turn").every(Duration.ofMillis(7)).runs(() -> log.add("turn"));
      weaving.daemon("blow").runs(this::blow);
      weaving.register();
    }

    Integer reap() {
      return next < 30 ? next++ : null;
    }

    String grind(int number) throws InterruptedException {
      if (number % 3 == 0) {
        throw new IllegalArgumentException("too hard");
      }
      fabric.sleep(Duration.ofMillis(number));
      return number + " at " + fabric.time().now();
    }

    void blow() throws InterruptedException {
      while (true) {
        fabric.sleep(Duration.ofMillis(3));
        fabric.submit("gust", () -> log.add("gust"));
      }
    }
  }
}
