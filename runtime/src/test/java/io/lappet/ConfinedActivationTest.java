package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.gen.Loop;
import io.lappet.gen.Weaving;
import io.lappet.internal.control.ControlledFabric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Consumers and timers of a confined object. */
@Timeout(60)
class ConfinedActivationTest {
  private final Recorder recorder = new Recorder();
  private Fabric fabric = Fabric.builder().listener(recorder).build();
  private Weaving weaving = Weaving.of(fabric, 1, "Desk", new Object());
  private Loop loop = weaving.loop(ChannelSpec.UNBOUNDED, Overflow.BLOCK);
  private final List<Object> log = new CopyOnWriteArrayList<>();

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  private void use(Fabric other) {
    fabric = other;
    weaving = Weaving.of(fabric, 1, "Desk", new Object());
    loop = weaving.loop(ChannelSpec.UNBOUNDED, Overflow.BLOCK);
  }

  private void start() {
    weaving.register();
    fabric.start();
  }

  private Channel<Integer> channel(String name) {
    return weaving.<Integer>channel(name).sentByHand().make();
  }

  // ---- P68: one thread, many tasks

  @Test
  void p68_handlersRunOneAtATimeInOrderAndNotNested() throws Exception {
    Channel<Integer> clicks = channel("clicks");
    Channel<Integer> keys = channel("keys");
    AtomicInteger inside = new AtomicInteger();
    List<String> faults = new CopyOnWriteArrayList<>();
    List<Integer> clicked = new ArrayList<>(); // the loop alone touches them
    List<Integer> typed = new ArrayList<>();
    AtomicInteger ticks = new AtomicInteger();
    Body enter = () -> {
      if (inside.incrementAndGet() != 1) {
        faults.add("not alone");
      }
      loop.require("Desk.any()");
      if (!Thread.currentThread().getName().equals("Desk.loop")) {
        faults.add("on thread " + Thread.currentThread());
      }
    };
    weaving.consumer("onClick", clicks).loop(loop).runs(click -> {
      enter.run();
      clicked.add(click);
      if (click % 2 == 0) {
        keys.send(click);
        if (!typed.isEmpty() && typed.get(typed.size() - 1).equals(click)) {
          faults.add("nested");
        }
      }
      inside.decrementAndGet();
      if (click % 5 == 0) {
        throw new IllegalStateException("click " + click);
      }
    });
    weaving.consumer("onKey", keys).loop(loop).runs(key -> {
      enter.run();
      typed.add(key);
      inside.decrementAndGet();
    });
    weaving.timer("tick").every(Duration.ofMillis(2)).loop(loop).runs(() -> {
      enter.run();
      ticks.incrementAndGet();
      inside.decrementAndGet();
    });
    start();
    List<Integer> sent = new ArrayList<>();
    List<Integer> even = new ArrayList<>();
    for (int i = 1; i <= 200; i++) {
      clicks.send(i);
      sent.add(i);
      if (i % 2 == 0) {
        even.add(i);
      }
    }
    clicks.awaitIdle();
    keys.awaitIdle();
    Eventually.until(() -> ticks.get() > 2);
    assertThat(fabric.close(Duration.ofSeconds(30)).clean()).isTrue();
    assertThat(faults).isEmpty();
    assertThat(clicked).isEqualTo(sent);
    assertThat(typed).isEqualTo(even);
    assertThat(recorder.failures)
        .hasSize(40)
        .allSatisfy(failure -> assertThat(failure.name()).isEqualTo("Desk.onClick"));
  }

  // ---- Confinement

  @Test
  void callsFromElsewhereAreRefusedAndSayWhatToDo() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Channel<Integer> in = channel("in");
    weaving.consumer("take", in).loop(loop).runs(message -> {
      loop.require("Desk.add(int)");
      entered.countDown();
      leave.await();
    });
    start();
    in.send(1);
    Eventually.passes(entered);
    assertThatThrownBy(() -> loop.require("Desk.add(int)"))
        .isInstanceOf(ConfinementException.class)
        .hasMessageContaining("Desk.add(int)")
        .hasMessageContaining("Desk.loop")
        .hasMessageContaining(Thread.currentThread().getName())
        .hasMessageContaining("twin");
    leave.countDown();
    in.awaitIdle();
    assertThat(recorder.failures).isEmpty();
    assertThatThrownBy(() -> loop.require("Desk.add(int)"))
        .isInstanceOf(ConfinementException.class);
  }

  @Test
  void aHandlerRunsForItsWorkerAndAnIdleLoopHasNoThread() throws Exception {
    List<Object> current = new CopyOnWriteArrayList<>();
    Channel<Integer> in = channel("in");
    Worker worker = weaving
        .consumer("take", in)
        .loop(loop)
        .runs(message -> current.add(Worker.current().orElseThrow()));
    start();
    in.send(1);
    in.awaitIdle();
    assertThat(current).containsExactly(worker);
    Eventually.until(() -> recorder.ended.contains("Desk.loop"));
    assertThat(recorder.started).containsOnlyOnce("Desk.loop");
    assertThat(fabric.threads()).isEqualTo(worker.threads());
    in.send(2);
    in.awaitIdle();
    assertThat(current).containsExactly(worker, worker);
    Eventually.until(() -> recorder.ended.stream().filter("Desk.loop"::equals).count() == 2);
  }

  @Test
  void whatWouldNeverLeaveTheLoopIsRefused() {
    Channel<Integer> out = weaving.<Integer>channel("out").receivedByHand().make();
    assertThatThrownBy(() -> weaving.daemon("drive").loop(loop).runs(() -> {}))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Desk.drive");
    assertThatThrownBy(() -> weaving.producer("read").loop(loop).pulls(() -> 1, out))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // ---- Failures

  @Test
  void aPauseBeforeARetryDoesNotHoldUpTheObject() throws Exception {
    Channel<Integer> in = channel("in");
    Channel<Integer> others = channel("others");
    Worker failing = weaving
        .consumer("take", in)
        .loop(loop)
        .retries(1)
        .backoff(Duration.ofHours(1))
        .runs(message -> {
          throw new IllegalStateException("take");
        });
    weaving.consumer("takeOther", others).loop(loop).runs(log::add);
    Worker timer = weaving
        .timer("tick")
        .every(Duration.ofHours(1))
        .initialDelay(Duration.ZERO)
        .retries(1)
        .backoff(Duration.ofHours(1))
        .loop(loop)
        .runs(() -> {
          throw new IllegalStateException("tick");
        });
    start();
    in.send(1);
    Eventually.until(() ->
        failing.state() == Worker.State.BACKING_OFF && timer.state() == Worker.State.BACKING_OFF);
    others.send(2);
    others.awaitIdle();
    assertThat(log).containsExactly(2);
  }

  @Test
  void whatAHandlerReturnsIsSentByItsWorkerAndDoesNotHoldUpTheObject() throws Exception {
    Channel<Integer> in = channel("in");
    Channel<Integer> out =
        weaving.<Integer>channel("out").capacity(1).receivedByHand().make();
    Channel<Integer> others = channel("others");
    weaving.consumer("take", in).loop(loop).maps(message -> message * 10, out);
    weaving.consumer("takeOther", others).loop(loop).runs(log::add);
    start();
    in.send(1);
    in.send(2);
    Eventually.until(() -> out.depth() == 1 && in.depth() == 0);
    others.send(3);
    others.awaitIdle();
    assertThat(log).containsExactly(3);
    assertThat(out.receive()).isEqualTo(10);
    assertThat(out.receive()).isEqualTo(20);
  }

  @Test
  void whatCannotBeHandledGoesToTheDeadLetters() throws Exception {
    Channel<Integer> in = channel("in");
    Channel<DeadLetter<Integer>> dead =
        weaving.<DeadLetter<Integer>>channel("dead").receivedByHand().make();
    Exception failure = new Exception("checked");
    weaving.consumer("take", in).loop(loop).deadLetter(dead).runs(message -> {
      throw failure;
    });
    start();
    in.send(1);
    DeadLetter<Integer> letter = dead.receive();
    assertThat(letter.message()).isEqualTo(1);
    assertThat(letter.cause()).isSameAs(failure);
  }

  @Test
  void anErrorFailsTheFabric() throws Exception {
    Channel<Integer> in = channel("in");
    Error error = new AssertionError("of the test");
    weaving.consumer("take", in).loop(loop).runs(message -> {
      throw error;
    });
    start();
    in.send(1);
    assertThatThrownBy(fabric::join)
        .isInstanceOf(FabricFailedException.class)
        .cause()
        .isSameAs(error);
  }

  @Test
  void anInterruptDoesNotOutliveItsCall() throws Exception {
    Channel<Integer> in = channel("in");
    weaving.consumer("take", in).loop(loop).runs(message -> {
      log.add(Thread.currentThread().isInterrupted());
      Thread.currentThread().interrupt();
    });
    start();
    in.send(1);
    in.send(2);
    in.send(3);
    in.awaitIdle();
    assertThat(log).containsExactly(false, false, false);
  }

  @Test
  void aLoopWithoutAThreadFailsTheCall() throws Exception {
    RuntimeException failure = new IllegalStateException("no thread");
    use(Fabric.builder()
        .listener(recorder)
        .workerThreads(body -> new Thread(body) {
          @Override
          public void start() {
            if (getName().equals("Desk.loop")) {
              throw failure;
            }
            super.start();
          }
        })
        .build());
    Channel<Integer> in = channel("in");
    Worker taking = weaving.consumer("take", in).loop(loop).runs(log::add);
    Worker timer = weaving
        .timer("tick")
        .every(Duration.ofHours(1))
        .initialDelay(Duration.ZERO)
        .loop(loop)
        .runs(() -> log.add("tick"));
    start();
    in.send(1);
    in.awaitIdle();
    Eventually.until(() -> recorder.failures.size() == 2);
    assertThat(recorder.causes()).containsOnly(failure);
    assertThat(log).isEmpty();
    assertThat(taking.isAlive()).isTrue();
    assertThat(timer.isAlive()).isTrue();
    assertThat(fabric.close(Duration.ofSeconds(30)).clean()).isTrue();
    assertThat(fabric.threads()).isEmpty();
  }

  // ---- The end

  @Test
  void pastTheGraceACallIsInterruptedAndOneThatWaitsIsTakenBack() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    Channel<Integer> in = channel("in");
    Channel<Integer> others = channel("others");
    weaving.consumer("take", in).loop(loop).runs(message -> {
      entered.countDown();
      try {
        Eventually.forEver();
      } catch (InterruptedException e) {
        log.add("interrupted");
        throw e;
      }
    });
    weaving.consumer("takeOther", others).loop(loop).runs(log::add);
    Worker timer =
        weaving.timer("tick").every(Duration.ofMillis(1)).loop(loop).runs(() -> log.add("tick"));
    weaving.register();
    in.send(1);
    fabric.start();
    Eventually.passes(entered);
    log.clear();
    others.send(2);
    Eventually.until(() -> others.depth() == 0); // it waits for the loop
    ShutdownReport report = fabric.close(Duration.ofMillis(50));
    assertThat(report.undelivered()).containsOnlyKeys("Desk.in", "Desk.others");
    assertThat(report.stuck()).isEmpty();
    assertThat(timer.state()).isEqualTo(Worker.State.STOPPED);
    assertThat(log).containsExactly("interrupted");
    Eventually.until(() -> fabric.threads().isEmpty());
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aCallThatIgnoresItsInterruptIsStuckOnce() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Channel<Integer> in = channel("in");
    weaving.consumer("take", in).loop(loop).runs(message -> {
      entered.countDown();
      Eventually.stubbornly(leave);
    });
    start();
    in.send(1);
    Eventually.passes(entered);
    ShutdownReport report = fabric.close(Duration.ZERO);
    assertThat(report.stuck()).hasSize(1);
    assertThat(report.stuck().get(0).thread().getName()).isEqualTo("Desk.loop");
    assertThat(report.stuck().get(0).toString()).contains("stubbornly");
    leave.countDown();
    Eventually.until(() -> fabric.threads().isEmpty());
  }

  @Test
  void aHandlerMayCloseTheFabric() throws Exception {
    AtomicReference<ShutdownReport> report = new AtomicReference<>();
    Channel<Integer> in = channel("in");
    weaving.consumer("take", in).loop(loop).runs(message -> {
      if (message == 2) {
        report.set(fabric.close(Duration.ofSeconds(30)));
      }
      log.add(message);
    });
    start();
    in.send(1);
    in.send(2);
    Side.run(fabric::join).result();
    Eventually.until(() -> log.contains(2));
    assertThat(report.get()).isEqualTo(ShutdownReport.CLEAN);
    Eventually.until(() -> fabric.threads().isEmpty());
  }

  @Test
  void aTickMayCloseTheFabric() throws Exception {
    AtomicReference<ShutdownReport> report = new AtomicReference<>();
    weaving
        .timer("tick")
        .every(Duration.ofHours(1))
        .initialDelay(Duration.ZERO)
        .loop(loop)
        .runs(() -> report.set(fabric.close(Duration.ofSeconds(30))));
    start();
    Side.run(fabric::join).result();
    Eventually.until(() -> report.get() != null);
    assertThat(report.get()).isEqualTo(ShutdownReport.CLEAN);
    Eventually.until(() -> fabric.threads().isEmpty());
  }

  // ---- Timers, with a clock of the test

  @Nested
  class Controlled {
    private final ManualSeam seam = new ManualSeam();

    private void control() {
      use(ControlledFabric.on(seam, Fabric.builder().listener(recorder)));
    }

    @Test
    void ticksMissedWhileTheLoopIsBusyAreMerged() throws Exception {
      control();
      CountDownLatch entered = new CountDownLatch(1);
      CountDownLatch leave = new CountDownLatch(1);
      Channel<Integer> in = channel("in");
      List<Tick> ticks = new CopyOnWriteArrayList<>();
      weaving.consumer("take", in).loop(loop).runs(message -> {
        entered.countDown();
        leave.await();
      });
      Worker timer =
          weaving.timer("tick").every(Duration.ofSeconds(10)).loop(loop).runsWith(ticks::add);
      start();
      in.send(1);
      Eventually.passes(entered);
      seam.pass(Duration.ofSeconds(10)); // waits for the loop from now on
      Eventually.until(() -> isPosted(timer));
      seam.pass(Duration.ofSeconds(25));
      leave.countDown();
      Eventually.until(() -> ticks.size() == 2);
      assertThat(ticks.get(0).missed()).isZero();
      assertThat(ticks.get(1).missed()).isEqualTo(1); // 20 and 30 became one
      seam.pass(Duration.ofSeconds(5)); // the grid goes on
      Eventually.until(() -> ticks.size() == 3);
      assertThat(ticks.get(2).missed()).isZero();
    }

    /** Whether its run waits for the loop, which its text says. */
    private boolean isPosted(Worker timer) {
      return timer.toString().contains("waits for Desk.loop");
    }

    @Test
    void aRunThatWaitsForTheLoopIsTakenBackByStop() throws Exception {
      control();
      CountDownLatch entered = new CountDownLatch(1);
      CountDownLatch leave = new CountDownLatch(1);
      Channel<Integer> in = channel("in");
      weaving.consumer("take", in).loop(loop).runs(message -> {
        entered.countDown();
        leave.await();
      });
      Worker timer = weaving
          .timer("tick")
          .every(Duration.ofSeconds(10))
          .loop(loop)
          .runs(() -> log.add(seam.seconds()));
      start();
      in.send(1);
      Eventually.passes(entered);
      seam.pass(Duration.ofSeconds(10));
      Eventually.until(() -> isPosted(timer));
      timer.stop();
      timer.join();
      assertThat(timer.state()).isEqualTo(Worker.State.STOPPED);
      timer.start(); // while the run of before is still on its way
      leave.countDown();
      in.awaitIdle();
      seam.pass(Duration.ofSeconds(10));
      Eventually.until(() -> log.size() == 1);
      assertThat(log).containsExactly(20L);
    }

    @Test
    void whatIsDueAtTheSameInstantRunsInTheOrderOfDeclaration() {
      control();
      for (int i = 1; i <= 8; i++) {
        int number = i;
        weaving
            .timer("tick" + i)
            .every(Duration.ofSeconds(1))
            .loop(loop)
            .runs(() -> log.add(number));
      }
      start();
      seam.pass(Duration.ofSeconds(1));
      Eventually.until(() -> log.size() == 8);
      seam.pass(Duration.ofSeconds(1));
      Eventually.until(() -> log.size() == 16);
      assertThat(log.subList(0, 8)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
      assertThat(log.subList(8, 16)).containsExactly(1, 2, 3, 4, 5, 6, 7, 8);
    }
  }
}
