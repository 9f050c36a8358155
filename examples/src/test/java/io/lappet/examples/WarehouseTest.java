package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.lappet.DeadLetter;
import io.lappet.examples.Warehouse.Bill;
import io.lappet.examples.Warehouse.Parcel;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;

class WarehouseTest {
  @LappetTest(seeds = 100)
  void theMostUrgentIsFirstAndWhatFailsIsSetAside(TestFabric fabric) throws InterruptedException {
    Warehouse warehouse = new WovenWarehouse(fabric);
    List<Parcel> parcels =
        List.of(new Parcel("a", 1, 1), new Parcel("b", 3, 90), new Parcel("c", 2, 1));
    for (Parcel parcel : parcels) {
      warehouse.parcels().send(parcel);
    }
    fabric.start();

    fabric.advance(Duration.ofSeconds(1));

    assertThat(warehouse.packed).extracting(Parcel::customer).containsExactly("c", "a");
    assertThat(warehouse.lost)
        .extracting(DeadLetter::message, DeadLetter::attempts)
        .containsExactly(tuple(parcels.get(1), 3));
  }

  @LappetTest(seeds = 100)
  void eachCustomerHasItsBillsInOrderAndRowsAreStoredTogether(TestFabric fabric)
      throws InterruptedException {
    Warehouse warehouse = fabric.start(new WovenWarehouse(fabric));
    for (int number = 0; number < 12; number++) {
      warehouse.bills().send(new Bill("abc".substring(number % 3, number % 3 + 1), number));
    }

    fabric.advance(Duration.ofSeconds(1));

    assertThat(warehouse.billed)
        .containsEntry("a", List.of(0, 3, 6, 9))
        .containsEntry("b", List.of(1, 4, 7, 10))
        .containsEntry("c", List.of(2, 5, 8, 11));
    assertThat(warehouse.stored).hasSize(1);
    assertThat(warehouse.stored.get(0)).hasSize(12);
  }

  @LappetTest(seeds = 100)
  void newsAreForAll(TestFabric fabric) throws InterruptedException {
    Warehouse warehouse = fabric.start(new WovenWarehouse(fabric));
    warehouse.news().send("open");
    warehouse.news().send("closed");

    assertThat(fabric.close(Duration.ofSeconds(1)).clean()).isTrue();

    assertThat(warehouse.shown).containsExactly("open", "closed");
    assertThat(warehouse.archived).containsExactly("open", "closed");
  }
}
