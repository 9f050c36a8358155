package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.Twin;
import io.lappet.gen.Weaving;
import io.lappet.internal.context.Context;
import io.lappet.spi.ContextCarrier;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** State of a piece of work: context keys, and carriers of foreign state. */
@Timeout(60)
class ContextTest {
  private static final ContextKey<String> USER = ContextKey.named("user");
  private static final ContextKey<String> TENANT = ContextKey.named("tenant", () -> "nobody");

  private final Recorder recorder = new Recorder();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private Fabric fabric = Fabric.builder().listener(recorder).build();

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  // ---- Keys

  @Test
  void aValueIsBoundForABlockAndNoLonger() throws Exception {
    assertThat(USER.isBound()).isFalse();
    String seen = USER.call("ann", () -> {
      assertThat(USER.isBound()).isTrue();
      return USER.get();
    });
    assertThat(seen).isEqualTo("ann");
    assertThat(USER.isBound()).isFalse();
  }

  @Test
  void anInnerBlockHidesAnOuterOne() throws Exception {
    USER.call("ann", () -> {
      USER.call("bob", () -> {
        assertThat(USER.get()).isEqualTo("bob");
        return null;
      });
      assertThat(USER.get()).isEqualTo("ann");
      return null;
    });
  }

  @Test
  void keysDoNotDisturbEachOther() throws Exception {
    ContextKey<String> other = ContextKey.named("user"); // the same name, another key
    USER.call("ann", () -> {
      assertThat(other.isBound()).isFalse();
      return other.call(
          "bob",
          () -> TENANT.call("acme", () -> {
            assertThat(List.of(USER.get(), other.get(), TENANT.get()))
                .containsExactly("ann", "bob", "acme");
            return null;
          }));
    });
  }

  @Test
  void anUnboundKeyGivesItsInitialValueAndIsStillUnbound() {
    assertThat(TENANT.get()).isEqualTo("nobody");
    assertThat(TENANT.isBound()).isFalse();
  }

  @Test
  void theInitialValueIsAskedForEachTime() {
    AtomicInteger asked = new AtomicInteger();
    ContextKey<Integer> key = ContextKey.named("count", asked::incrementAndGet);
    assertThat(List.of(key.get(), key.get())).containsExactly(1, 2);
  }

  @Test
  void anUnboundKeyWithoutOneNamesItself() {
    assertThatThrownBy(USER::get)
        .isInstanceOf(NoSuchElementException.class)
        .hasMessageContaining("context key user");
  }

  @Test
  void nullIsNoValue() {
    assertThatThrownBy(() -> USER.call(null, () -> 1))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("context key user");
    assertThatThrownBy(() -> ContextKey.named("empty", () -> null).get())
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("context key empty");
    assertThatThrownBy(() -> ContextKey.named(null)).isInstanceOf(NullPointerException.class);
    assertThat(USER.isBound()).isFalse();
  }

  @Test
  void aBlockMayReturnNull() throws Exception {
    assertThat(USER.<String>call("ann", () -> null)).isNull();
  }

  @Test
  void aFailureComesOutAsItIsAndTheValueIsGone() {
    IOException failure = new IOException("disk");
    assertThatThrownBy(() -> USER.call("ann", () -> {
          throw failure;
        }))
        .isSameAs(failure);
    AssertionError error = new AssertionError("bug");
    assertThatThrownBy(() -> USER.call("ann", () -> {
          throw error;
        }))
        .isSameAs(error);
    assertThat(USER.isBound()).isFalse();
  }

  // ---- Tasks

  @Test
  void aTaskSeesWhatWasBoundWhenItWasMade() throws Exception {
    CountDownLatch later = new CountDownLatch(1);
    Task<String> task = USER.call(
        "ann",
        () -> fabric.submit("greet", () -> {
          Eventually.passes(later);
          return USER.get();
        }));
    USER.call("bob", () -> {
      later.countDown();
      return task.join();
    });
    assertThat(task.join()).isEqualTo("ann");
  }

  @Test
  void soDoesADelayedTask() throws Exception {
    Task<Void> task = USER.call(
        "ann", () -> fabric.after(Duration.ofMillis(1), "greet", () -> events.add(USER.get())));
    task.join();
    assertThat(events).containsExactly("ann");
  }

  @Test
  void aTaskOfATaskSeesBoth() throws Exception {
    Task<String> task = TENANT.call(
        "acme",
        () -> fabric.submit(
            "outer",
            () -> USER.call(
                "ann",
                () -> fabric
                    .submit("inner", () -> TENANT.get() + "/" + USER.get())
                    .join())));
    assertThat(task.join()).isEqualTo("acme/ann");
  }

  @Test
  void aTaskThatWasMadeWithoutSeesNone() throws Exception {
    assertThat(fabric.submit("greet", USER::isBound).join()).isFalse();
  }

  @Test
  void theFailureOfATaskWithAContextIsTheSame() throws Exception {
    IOException failure = new IOException("disk");
    Task<Object> task = USER.call(
        "ann",
        () -> fabric.submit("greet", () -> {
          throw failure;
        }));
    assertThatThrownBy(task::join)
        .isInstanceOf(TaskFailedException.class)
        .cause()
        .isSameAs(failure);
  }

  @Test
  void nothingBoundIsNothingToTakeAlong() throws Exception {
    assertThat(Context.capture(List.of())).isNull();
    USER.call("ann", () -> {
      assertThat(Context.capture(List.of())).isNotNull();
      return null;
    });
    assertThat(Context.capture(List.of())).isNull();
    assertThat(Context.capture(List.of(() -> null))).isNull();
  }

  /** As when a thread that joins a task runs it. */
  @Test
  void aTaskWithoutContextDoesNotSeeThatOfItsThread() throws Exception {
    USER.call("ann", () -> {
      assertThat(inContext(null, USER::isBound)).isFalse();
      assertThat(USER.get()).isEqualTo("ann");
      return null;
    });
    Context bob = USER.call("bob", () -> Context.capture(List.of()));
    USER.call("ann", () -> {
      assertThat(inContext(bob, USER::get)).isEqualTo("bob");
      assertThat(USER.get()).isEqualTo("ann");
      return null;
    });
    assertThat(USER.isBound()).isFalse();
  }

  @Test
  void whatAThreadStillHasIsNamed() throws Exception {
    assertThat(Context.leftovers(List.of(log))).isEmpty();
    List<String> seen =
        USER.call("ann", () -> TENANT.call("acme", () -> Context.leftovers(List.of())));
    assertThat(seen).containsExactly("context key tenant", "context key user");
  }

  private static <R> R inContext(Context context, Callable<R> body) throws Exception {
    return Context.call(context, body, e -> {
      throw new AssertionError(e);
    });
  }

  @Test
  void tasksOfALaneSeeWhatWasBoundAndLeaveNothing() throws Exception {
    fabric = Fabric.builder().lane("narrow", 1).build();
    Lane lane = fabric.lane("narrow");
    assertThat(USER.call("ann", () -> lane.submit(USER::get)).join()).isEqualTo("ann");
    assertThat(lane.submit(USER::isBound).join()).isFalse(); // on the same thread
    assertThat(USER.call("ann", () -> lane.map(List.of(1, 2), i -> USER.get() + i)))
        .containsExactly("ann1", "ann2");
  }

  @Test
  void aTaskThatIsRunInPlaceSeesItsOwnValues() throws Exception {
    fabric = Fabric.builder().lane("narrow", 1).build();
    Lane lane = fabric.lane("narrow");
    Task<List<Object>> outer = lane.submit(() -> {
      Task<Boolean> bare = lane.submit(USER::isBound);
      Task<String> bobs = USER.call("bob", () -> lane.submit(USER::get));
      return USER.call("ann", () -> List.of(bare.join(), bobs.join(), USER.get()));
    });
    assertThat(outer.join()).isEqualTo(List.of(false, "bob", "ann"));
  }

  @Test
  void callsOfATwinSeeWhatWasBound() throws Exception {
    Twin twin = Weaving.of(fabric, 1, "Users", this).twin("greet").make();
    CountDownLatch told = new CountDownLatch(1);
    USER.call("ann", () -> {
      assertThat(twin.call(USER::get).join()).isEqualTo("ann");
      assertThat(twin.future(USER::get).get()).isEqualTo("ann");
      twin.run(() -> events.add("run " + USER.get())).join();
      twin.tell(() -> {
        events.add("tell " + USER.get());
        told.countDown();
      });
      return null;
    });
    Eventually.passes(told);
    assertThat(events).containsExactly("run ann", "tell ann");
    assertThat(twin.call(USER::isBound).join()).isEqualTo(false);
  }

  @Test
  void aTimerSeesNothingOfWhoeverStartedIt() throws Exception {
    CountDownLatch ticked = new CountDownLatch(1);
    Weaving weaving = Weaving.of(fabric, 1, "Heart", this);
    weaving.timer("beat").every(Duration.ofMillis(1)).runs(() -> {
      events.add("bound " + USER.isBound());
      ticked.countDown();
    });
    weaving.register();
    USER.call("ann", () -> {
      fabric.start();
      Eventually.passes(ticked);
      return null;
    });
    assertThat(events).contains("bound false").doesNotContain("bound true");
  }

  @Test
  void noTaskInheritsAThreadLocalOfItsCaller() {
    InheritableThreadLocal<String> inheritable = new InheritableThreadLocal<>();
    inheritable.set("of the caller");
    assertThat(fabric.submit("look", () -> inheritable.get() == null).join()).isTrue();
    Coroutine<Void, Boolean> body =
        fabric.coroutine("look", (first, self) -> inheritable.get() == null);
    assertThat(body.resume(null)).isTrue();
    inheritable.remove();
  }

  @Test
  void tasksOfAGroupAndOfMapSeeWhatWasBound() throws Exception {
    USER.call("ann", () -> {
      try (TaskGroup group = fabric.group()) {
        Task<String> task = group.fork(USER::get);
        group.join();
        assertThat(task.join()).isEqualTo("ann");
      }
      assertThat(fabric.map(List.of(1, 2), 2, i -> USER.get() + i)).containsExactly("ann1", "ann2");
      return null;
    });
  }

  // ---- Carriers

  /** Foreign state, and a carrier of it that says what it does. */
  private final class Foreign implements ContextCarrier {
    private final String name;
    private final ThreadLocal<String> state = new ThreadLocal<>();
    private Throwable inCapture;
    private Throwable inApply;
    private Throwable inRestore;

    Foreign(String name) {
      this.name = name;
    }

    @Override
    public Captured capture() {
      say("capture", inCapture);
      String value = state.get();
      return value == null ? null : () -> apply(value);
    }

    private Restore apply(String value) {
      say("apply", inApply);
      String before = state.get();
      state.set(value);
      return () -> {
        state.set(before);
        say("restore", inRestore);
      };
    }

    private void say(String what, Throwable failure) {
      events.add(what + " " + name);
      if (failure instanceof Error error) {
        throw error;
      }
      if (failure != null) {
        throw (RuntimeException) failure;
      }
    }
  }

  private final Foreign log = new Foreign("log");
  private final Foreign trace = new Foreign("trace");

  /** Begins again with a fabric that has both carriers; both have a value. */
  private void carry() {
    fabric.close();
    fabric = Fabric.builder()
        .name("desk")
        .listener(recorder)
        .carrier(log)
        .carrier(trace)
        .build();
    log.state.set("l");
    trace.state.set("t");
  }

  @Test
  void carriersAreCalledInOrderAndRestoreInReverse() {
    carry();
    String seen = fabric
        .submit("work", () -> {
          events.add("body");
          return log.state.get() + trace.state.get();
        })
        .join();
    assertThat(seen).isEqualTo("lt");
    assertThat(events)
        .containsExactly(
            "capture log",
            "capture trace",
            "apply log",
            "apply trace",
            "body",
            "restore trace",
            "restore log");
    assertThat(log.state.get()).isEqualTo("l");
  }

  @Test
  void aCarrierWithNothingToTakeIsNotApplied() {
    carry();
    trace.state.remove();
    fabric.submit("work", () -> null).join();
    assertThat(events).containsExactly("capture log", "capture trace", "apply log", "restore log");
  }

  @Test
  void carriersAndKeysTravelTogether() throws Exception {
    carry();
    String seen = USER.call(
        "ann", () -> fabric.submit("work", () -> USER.get() + log.state.get()).join());
    assertThat(seen).isEqualTo("annl");
  }

  @Test
  void whatABodyLeavesIsTakenBack() throws Exception {
    carry();
    Context context = Context.capture(List.of(log));
    log.state.set("before");
    inContext(context, () -> {
      log.state.set("dirty");
      return null;
    });
    assertThat(log.state.get()).isEqualTo("before");
  }

  @Test
  void aCarrierThatCannotCaptureFailsTheCallAndNothingIsMade() {
    carry();
    trace.inCapture = new IllegalStateException("no trace");
    assertThatThrownBy(() -> fabric.submit("work", () -> events.add("body")))
        .isSameAs(trace.inCapture);
    assertThatThrownBy(() -> fabric.after(Duration.ZERO, "work", () -> events.add("body")))
        .isSameAs(trace.inCapture);
    assertThat(fabric.tasks()).isEmpty();
    assertThat(fabric.close(Duration.ofSeconds(30)).clean()).isTrue();
    assertThat(events).doesNotContain("body");
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aCarrierThatCannotApplyFailsTheTask() {
    carry();
    trace.inApply = new AssertionError("no trace");
    Task<Boolean> task = fabric.submit("work", () -> events.add("body"));
    assertThatThrownBy(task::join)
        .isInstanceOf(TaskFailedException.class)
        .cause()
        .isSameAs(trace.inApply);
    assertThat(events)
        .containsExactly("capture log", "capture trace", "apply log", "apply trace", "restore log");
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aCarrierThatCannotRestoreIsReportedAndTheOthersStillRestore() {
    carry();
    trace.inRestore = new IllegalStateException("no way back");
    Task<String> task = fabric.submit("work", () -> "done");
    assertThat(task.join()).isEqualTo("done");
    assertThat(events).endsWith("restore trace", "restore log");
    Failure failure = recorder.failures.get(0);
    assertThat(recorder.failures).hasSize(1);
    assertThat(failure.cause()).isSameAs(trace.inRestore);
    assertThat(failure.name()).isEqualTo(task.name());
    assertThat(failure.method()).isEqualTo("restore");
  }

  @Test
  void theFailureOfTheBodyIsNotHiddenByThatOfACarrier() {
    carry();
    trace.inRestore = new AssertionError("no way back");
    IOException failure = new IOException("disk");
    Task<String> task = fabric.submit("work", () -> {
      throw failure;
    });
    assertThatThrownBy(task::join).cause().isSameAs(failure);
    assertThat(recorder.causes()).containsExactly(trace.inRestore);
    assertThat(events).endsWith("restore log");
  }

  @Test
  void aCarrierThatRestoresNothingSaysSo() {
    fabric = Fabric.builder().carrier(() -> () -> null).build();
    Task<String> task = fabric.submit("work", () -> "done");
    assertThatThrownBy(task::join).cause().isInstanceOf(NullPointerException.class);
  }

  @Test
  void aCarrierIsNotNull() {
    assertThatThrownBy(() -> Fabric.builder().carrier(null))
        .isInstanceOf(NullPointerException.class);
  }
}
