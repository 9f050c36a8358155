package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;

class HelloTest {
  @LappetTest
  void ticksEverySecond(TestFabric fabric) {
    fabric.start(new WovenHello(fabric));

    fabric.advance(Duration.ofMillis(3500));

    assertThat(fabric.worker("Hello.tick").orElseThrow().handled()).isEqualTo(3);
  }
}
