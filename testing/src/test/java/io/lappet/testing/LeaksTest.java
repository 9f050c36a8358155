package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.gen.Weaving;
import io.lappet.spi.ContextCarrier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A test fails if a thread that is used again keeps what belonged to a call. */
class LeaksTest {
  private static final ThreadLocal<String> TENANT = new ThreadLocal<>();

  /** Takes the tenant along. */
  private static final class TenantCarrier implements ContextCarrier {
    private final boolean restores;

    TenantCarrier(boolean restores) {
      this.restores = restores;
    }

    @Override
    public Captured capture() {
      String tenant = TENANT.get();
      return () -> {
        TENANT.set(tenant);
        return () -> {
          if (!restores) {
            throw new IllegalStateException("no way back");
          }
          TENANT.remove();
        };
      };
    }

    @Override
    public boolean isClean() {
      return TENANT.get() == null;
    }

    @Override
    public String toString() {
      return "of the tenant";
    }
  }

  private TestFabric fabric = TestFabric.create();

  private void carry(boolean restores) {
    fabric.close();
    fabric = TestFabric.create(Fabric.builder().carrier(new TenantCarrier(restores)));
  }

  @AfterEach
  void close() {
    fabric.close();
    TENANT.remove();
  }

  /** A consumer that forgets to clean up after "dirty", and after "broken", at which it fails. */
  private final class Desk {
    final Channel<String> orders;

    Desk() {
      Weaving weaving = Weaving.of(fabric, 1, "Desk", this);
      orders = weaving.<String>channel("orders").capacity(4).sentByHand().make();
      weaving.consumer("serve", orders).runs(this::serve);
      weaving.register();
    }

    void serve(String order) {
      if (!order.equals("clean")) {
        TENANT.set(order);
      }
      if (order.equals("broken")) {
        throw new IllegalStateException("broken");
      }
    }
  }

  @Test
  void aWorkerThatKeepsAValueFailsTheTest() throws Exception {
    carry(true);
    Desk desk = fabric.start(new Desk());
    desk.orders.send("clean");
    fabric.settle();
    desk.orders.send("dirty");
    assertThatThrownBy(fabric::settle)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("after Desk.serve", "thread Desk.serve", "carrier of the tenant");
    fabric.settle(); // once told is enough
  }

  @Test
  void soDoesOneWhoseCallFails() throws Exception {
    carry(true);
    Desk desk = fabric.start(new Desk());
    desk.orders.send("broken");
    assertThatThrownBy(fabric::settle).hasMessageContaining("after Desk.serve");
  }

  @Test
  void closingTellsWhatNobodyHasWaitedFor() throws Exception {
    carry(true);
    Desk desk = fabric.start(new Desk());
    desk.orders.send("dirty");
    assertThatThrownBy(() -> fabric.close())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("after Desk.serve");
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @Test
  void aCarrierThatCannotRestoreFailsTheTest() {
    carry(false);
    fabric.submit("serve", () -> 1).join();
    assertThatThrownBy(fabric::settle)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("after serve-1", "could not restore", "no way back");
  }

  @Test
  void aTaskOnAThreadOfItsOwnMayKeepWhatItLikes() {
    carry(true);
    fabric.submit("serve", () -> TENANT.get() == null).join();
    fabric.settle();
  }

  @Test
  void aThreadOfALaneThatKeepsAValueFailsTheTest() {
    fabric.close();
    fabric = TestFabric.create(Fabric.builder().lane("images", 1).carrier(new TenantCarrier(true)));
    fabric.lane("images").submit(() -> "clean").join();
    fabric.settle();
    Watch watch = new Watch();
    fabric.close();
    fabric = TestFabric.create(Fabric.builder().lane("images", 1).carrier(watch));
    fabric.lane("images").submit(() -> watch.state = "dirty").join();
    assertThatThrownBy(fabric::settle)
        .isInstanceOf(AssertionError.class)
        .hasMessageContainingAll("after images-1", "thread images", "carrier of the state");
  }

  /** Carries nothing, and is not clean for ever after. */
  private static final class Watch implements ContextCarrier {
    private String state;

    @Override
    public Captured capture() {
      return null;
    }

    @Override
    public boolean isClean() {
      return state == null;
    }

    @Override
    public String toString() {
      return "of the state";
    }
  }
}
