package io.lappet.examples.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lappet.Task;
import io.lappet.testing.Explore;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import org.junit.jupiter.api.Test;

class StockTest {
  @LappetTest(seeds = 200)
  void theLastPieceIsTakenOnce(TestFabric fabric) {
    Stock stock = new WovenStock(fabric, 1);
    Task<Boolean> anna = fabric.submit("anna", stock::take);
    Task<Boolean> ben = fabric.submit("ben", stock::take);
    assertEquals(true, anna.join() ^ ben.join());
    assertEquals(0, stock.pieces());
  }

  @LappetTest(schedules = 1000)
  void theLastPieceIsTakenOnceInWhateverOrder(TestFabric fabric) {
    theLastPieceIsTakenOnce(fabric);
  }

  @Test
  void nothingIsLeftToTry() {
    Explore.Result result = Explore.all(this::theLastPieceIsTakenOnce);
    assertTrue(result.exhausted());
  }
}
