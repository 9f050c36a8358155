package io.lappet.examples.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;

class BillingTest {
  private final TestFabric fabric;
  private final Billing billing;

  BillingTest(TestFabric fabric) {
    this.fabric = fabric;
    this.billing = new WovenBilling(fabric);
  }

  @LappetTest
  void anOrderThatFailsTwiceIsKept() throws InterruptedException {
    fabric.faults().failAt("Billing.bill", 2).failAt("Billing.bill", 3);
    fabric.start();
    billing.orders().send("one");
    billing.orders().send("two"); // call 2, and call 3 a second later
    billing.orders().send("three");

    fabric.advance(Duration.ofSeconds(1));

    assertEquals(List.of("one", "three"), billing.billed);
    assertEquals(List.of("two"), billing.unbilled);
  }

  @LappetTest
  void aReportThatComesLateSaysSo() {
    fabric.faults().delayAt("Billing.report", 2, Duration.ofSeconds(5));
    fabric.start();
    fabric.advance(Duration.ofMinutes(3));
    assertEquals(1, billing.late());
  }
}
