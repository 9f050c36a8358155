package io.lappet.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Waits that hold what another module needs to end them. */
class HeldWaitsTest {
  private static final String WAIT = line("wait", "*app.Books#ledger", "gate *app.Books#ready");
  private static final String END = line("end", "*app.Books#ledger", "gate *app.Books#ready");

  private static String line(String kind, String lock, String what) {
    return String.join("\t", kind, lock, what, "somebody\\nat some place: " + kind);
  }

  private static LockSteps steps(String... lines) {
    return LockSteps.of(List.of(), Stream.of(lines));
  }

  @Test
  void whoNeedsTheLockToEndItCannot() {
    assertThat(steps(WAIT, END).waits()).contains("""
        [wait-deadlock] A wait holds the lock that is needed to end it, over several modules.
        waits: somebody
        at some place: wait
        ends: somebody
        at some place: end
        Wait before taking the lock, or after giving it back. (LAP303)""");
  }

  @Test
  void aWaitThatNobodyEndsUnderItsLockIsNone() {
    String otherLock = line("end", "*app.Books#orders", "gate *app.Books#ready");
    String otherGate = line("end", "*app.Books#ledger", "gate *app.Books#closed");

    assertThat(steps(WAIT, WAIT, otherLock, otherGate).waits()).isEmpty();
    assertThat(steps(END, END).waits()).isEmpty();
    assertThat(steps(WAIT, END + "\tmore").waits()).isEmpty();
  }

  /** A class of a module without a name, which hides nothing. */
  static class Open extends HeldWaitsTest {}

  @Test
  void aPackageThatItsModuleHidesIsToldOnce() {
    List<Class<?>> hidden = List.of(ArrayList.class, java.util.LinkedList.class);

    assertThat(LockSteps.of(hidden, List.of()).hidden()).contains("""
        [lock-order] Modules hide what their classes do, so circles of locks over several modules are \
        not seen at the start.
        Write in module-info.java: opens java.util to io.lappet.runtime; (LAP301)""");
    assertThat(LockSteps.of(List.of(Open.class), List.of()).hidden()).isEmpty();
  }
}
