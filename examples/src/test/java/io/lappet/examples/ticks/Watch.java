package io.lappet.examples.ticks;

import io.lappet.Fabric;
import io.lappet.FabricListener;
import io.lappet.Failure;
import io.lappet.LateTick;
import io.lappet.Tick;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Notes the runs of a timer, in milliseconds since the test began. */
final class Watch {
  static final Instant ZERO = Instant.parse("2000-01-01T00:00:00Z");

  final List<Tick> ticks = new ArrayList<>();
  final List<Failure> failures = new ArrayList<>();
  final List<LateTick> late = new ArrayList<>();

  static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  static long at(Instant time) {
    return Duration.between(ZERO, time).toMillis();
  }

  List<Long> actual() {
    return ticks.stream().map(tick -> at(tick.actual())).toList();
  }

  List<Long> scheduled() {
    return ticks.stream().map(tick -> at(tick.scheduled())).toList();
  }

  List<Integer> missed() {
    return ticks.stream().map(Tick::missed).toList();
  }

  /** Notes each run and takes so long for it. */
  Beats.Beat works(TestFabric fabric, long millis) {
    return tick -> {
      ticks.add(tick);
      fabric.sleep(ms(millis));
    };
  }

  /** A fabric that notes failures and late runs here. */
  TestFabric listening() {
    return TestFabric.create(Fabric.builder().listener(new FabricListener() {
      @Override
      public void onFailure(Failure failure) {
        failures.add(failure);
      }

      @Override
      public void onLate(LateTick tick) {
        late.add(tick);
      }
    }));
  }
}
