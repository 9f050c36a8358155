package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class OrderDeskTest {
  @LappetTest(seeds = 50)
  void aPausedDeskForgetsTheOldestOrder(TestFabric fabric) throws InterruptedException {
    OrderDesk desk = fabric.start(new WovenOrderDesk(fabric));
    desk.shipWorker().pause();
    fabric.settle();

    for (int i = 1; i <= 4; i++) {
      desk.orders().send("order " + i);
    }
    desk.shipWorker().resume();
    desk.orders().awaitIdle();

    assertThat(desk.shipped()).containsExactly("order 2", "order 3", "order 4");
    assertThat(desk.orders().dropped()).isEqualTo(1);
    assertThat(desk.shipWorker().name()).isEqualTo("desk.ship");
  }
}
