package io.lappet.internal.order;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Circles of locks that only several files of facts make. */
class LockStepsTest {
  private static String step(String held, String taken, String how, String gates) {
    return String.join("\t", "order", held, taken, how, gates, "somebody\\ntakes " + taken);
  }

  private static String step(String held, String taken) {
    return step(held, taken, "write", "");
  }

  private static LockSteps shared(String... lines) {
    return LockSteps.of(List.of(), Stream.of(lines));
  }

  @Test
  void aCircleOfSharedLocksIsCertainAndToldWithAllItsSteps() {
    LockSteps steps = shared(
        step("*app.Books#a", "*app.Books#b"),
        step("*app.Books#b", "*app.Stock#c"),
        step("*app.Stock#c", "*app.Books#a"));

    assertThat(steps.likely()).isEmpty();
    assertThat(steps.certain()).contains("""
        [lock-order] Locks are taken in a circle over several modules, so threads can wait for each \
        other for ever: Books.a -> Books.b -> Stock.c -> Books.a.
        1) Books.a, then Books.b:
           somebody
           takes *app.Books#b
        2) Books.b, then Stock.c:
           somebody
           takes *app.Stock#c
        3) Stock.c, then Books.a:
           somebody
           takes *app.Books#a
        Take them in one order everywhere. (LAP301)""");
  }

  @Test
  void theShortestCircleIsTold() {
    LockSteps steps = shared(
        step("*app.Books#a", "*app.Books#b"),
        step("*app.Books#b", "*app.Books#c"),
        step("*app.Books#c", "*app.Books#a"),
        step("*app.Books#c", "*app.Books#b"));

    assertThat(steps.certain().orElse("")).contains(": Books.b -> Books.c -> Books.b.");
  }

  @Test
  void oneOrderIsNone() {
    LockSteps steps = shared(
        step("*app.Books#a", "*app.Books#b"),
        step("*app.Books#b", "*app.Books#c"),
        step("*app.Books#a", "*app.Books#c"));

    assertThat(steps.certain()).isEmpty();
    assertThat(steps.likely()).isEmpty();
  }

  @Test
  void aLockAroundAllOfItLetsOneThreadInAtATime() {
    LockSteps gated = shared(
        step("*app.Books#a", "*app.Books#b", "write", "*app.Books#x *app.Books#gate"),
        step("*app.Books#b", "*app.Books#a", "write", "*app.Books#gate"));
    LockSteps alsoWithout = shared(
        step("*app.Books#a", "*app.Books#b", "write", "*app.Books#gate"),
        step("*app.Books#b", "*app.Books#a", "write", "*app.Books#gate"),
        step("*app.Books#b", "*app.Books#a"));

    assertThat(gated.certain()).isEmpty();
    assertThat(alsoWithout.certain()).isPresent();
  }

  @Test
  void readersAloneDoNotCountAndOneWriterDoes() {
    String reading = step("*app.Books#a", "*app.Books#b", "read", "");

    assertThat(shared(reading, step("*app.Books#b", "*app.Books#a", "read", "")).certain())
        .isEmpty();
    assertThat(shared(reading, step("*app.Books#b", "*app.Books#a")).certain()).isPresent();
  }

  @Test
  void locksOfObjectsAreTheSameOnesIfThereIsOneObjectOfEachClass() {
    String[] lines = {step("app.Till#cash", "app.Safe#door"), step("app.Safe#door", "app.Till#cash")
    };

    assertThat(shared(lines).likely()).isEmpty();
    assertThat(LockSteps.of(List.of("app.Till", "app.Safe", "app.Safe"), Stream.of(lines))
            .likely())
        .isEmpty();
    LockSteps oneEach = LockSteps.of(List.of("app.Till", "app.Safe"), Stream.of(lines));
    assertThat(oneEach.certain()).isEmpty();
    assertThat(oneEach.likely().orElse(""))
        .contains(": Safe.door -> Till.cash -> Safe.door.")
        .contains("There is one object of each class now");
  }

  @Test
  void otherLinesSayNothing() {
    assertThat(shared("", "order\tx", "later\t*A#a\t*B#b\twrite\t\ttext").certain())
        .isEmpty();
  }
}
