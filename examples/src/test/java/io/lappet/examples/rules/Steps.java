package io.lappet.examples.rules;

import io.lappet.Fabric;
import io.lappet.FabricListener;
import io.lappet.Failure;
import io.lappet.Sender;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;

/** What tests do again and again. */
final class Steps {
  private Steps() {}

  static Duration ms(long millis) {
    return Duration.ofMillis(millis);
  }

  /** A fabric with the order of a seed that adds failures to a list. */
  static TestFabric fabric(long seed, List<Failure> failures) {
    return TestFabric.create(seed, Fabric.builder().listener(new FabricListener() {
      @Override
      public void onFailure(Failure failure) {
        failures.add(failure);
      }
    }));
  }

  @SafeVarargs
  static <T> void sendAll(Sender<? super T> to, T... messages) throws InterruptedException {
    for (T message : messages) {
      to.send(message);
    }
  }
}
