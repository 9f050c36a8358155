package io.lappet.examples.office;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.ChannelClosedException;
import io.lappet.Task;
import io.lappet.WaitTimeoutException;
import io.lappet.WiringException;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;

/** What two objects of one fabric share, whatever their classes. */
class OfficeTest {
  @LappetTest(seeds = 10)
  @SuppressWarnings("wait-holding") // to see that the other one is refused meanwhile
  void aLock(TestFabric fabric) throws Exception {
    Desk one = new WovenDesk(fabric);
    Desk other = new WovenDesk(fabric);

    one.file(() -> {
      assertThat(WovenOffice.in(fabric).files().isHeldByCurrentThread()).isTrue();
      Task<Void> refused = fabric.submit("other", () -> {
        assertThatThrownBy(other::fileAtOnce)
            .isInstanceOf(WaitTimeoutException.class)
            .hasMessageContaining("Desk.fileAtOnce()")
            .hasMessageContaining("Office.files");
        return null;
      });
      refused.join();
      other.fileAtOnce(); // the same thread, the same lock: it re-enters
      return null;
    });

    other.fileAtOnce();
  }

  @LappetTest(seeds = 20)
  void aLockWithGuards(TestFabric fabric) {
    Desk desk = new WovenDesk(fabric);
    Task<Boolean> inspection = fabric.submit("inspect", desk::inspect);
    fabric.settle();
    assertThat(inspection.isDone()).isFalse();

    desk.tidy();

    assertThat(inspection.join()).isTrue();
  }

  @LappetTest(seeds = 10)
  @SuppressWarnings("wait-holding") // to see that the other one is refused meanwhile
  void aReadWriteLock(TestFabric fabric) throws Exception {
    Desk one = new WovenDesk(fabric);
    Desk other = new WovenDesk(fabric);

    String read = one.read(() -> {
      Task<String> beside = fabric.submit("beside", () -> other.read(() -> "both"));
      Task<Void> refused = fabric.submit("pin", () -> {
        assertThatThrownBy(other::pinAtOnce).isInstanceOf(WaitTimeoutException.class);
        return null;
      });
      refused.join();
      return beside.join();
    });

    assertThat(read).isEqualTo("both");
    other.pinAtOnce();
  }

  @LappetTest(seeds = 10)
  void aGate(TestFabric fabric) {
    Desk desk = new WovenDesk(fabric);
    Task<String> visitor = fabric.submit("visitor", desk::enter);
    fabric.settle();
    assertThat(visitor.isDone()).isFalse();

    WovenOffice.in(fabric).open().open();

    assertThat(visitor.join()).isEqualTo("entered");
  }

  @LappetTest(seeds = 10)
  void permits(TestFabric fabric) throws Exception {
    Desk one = new WovenDesk(fabric);
    Desk other = new WovenDesk(fabric);

    one.beServed(() -> {
      assertThat(WovenOffice.in(fabric).clerks().available()).isZero();
      assertThatThrownBy(() -> other.beServed(() -> "never"))
          .isInstanceOf(WaitTimeoutException.class)
          .hasMessageContaining("Desk.beServed()");
      return null;
    });

    assertThat(other.beServed(() -> "served")).isEqualTo("served");
  }

  @LappetTest(seeds = 20)
  void channelsWithEndsInSeveralClasses(TestFabric fabric) throws Exception {
    new WovenDesk_Typist(fabric);
    Archive archive = fabric.start(new WovenArchive(fabric));
    Channel<String> letters = WovenOffice.in(fabric).letters();

    letters.send("a");
    letters.send("");
    letters.send("b");

    assertThat(fabric.close(Duration.ofSeconds(5)).clean()).isTrue();
    assertThat(archive.kept).containsExactly("A", "B");
    assertThat(archive.returned).containsExactly("");
    assertThatThrownBy(() -> letters.send("c"))
        .isInstanceOf(ChannelClosedException.class)
        .hasMessageContaining("Office.letters");
  }

  @LappetTest(seeds = 5)
  void aChannelWithoutItsOtherSideStopsTheStart(TestFabric fabric) {
    Desk.Typist typist = new WovenDesk_Typist(fabric);

    assertThatThrownBy(() -> fabric.start(typist))
        .isInstanceOf(WiringException.class)
        .hasMessageContaining("\"Office.memos\"")
        .hasMessageContaining("Typist.type sends to it, and nobody takes from it");

    Archive archive = fabric.start(new WovenArchive(fabric));
    fabric.settle();
    assertThat(fabric.workers()).hasSize(3);
    assertThat(archive.kept).isEqualTo(List.of());
  }

  @LappetTest(seeds = 5)
  void aConstructorCannotUseWhatOthersUse(TestFabric fabric) {
    assertThatThrownBy(() -> new WovenDesk_Eager(fabric))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Desk.Eager.file() is not available while the constructor runs");
  }
}
