package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.OnError.Then;
import io.lappet.gen.DaemonMaker;
import io.lappet.gen.Weaving;
import io.lappet.internal.control.ControlledFabric;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** How often, and after which pauses, a worker that fails is started again. */
@Timeout(60)
class SupervisionTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualSeam seam = new ManualSeam();
  private final Recorder recorder = new Recorder();
  private Fabric fabric = ControlledFabric.on(seam, Fabric.builder().listener(recorder));
  private Weaving weaving = Weaving.of(fabric, 1, "Pipeline", new Object());

  @AfterEach
  void closeFabric() {
    Side<Void> closing = Side.run(() -> fabric.close(Duration.ZERO));
    Eventually.until(() -> {
      seam.pass(SECOND);
      return closing.isOver();
    });
    closing.result();
  }

  private void start() {
    weaving.register();
    fabric.start();
  }

  private static RuntimeException failure(Object of) {
    return new IllegalStateException("failure of " + of);
  }

  private static void awaitPause(Worker worker, int failures) {
    Eventually.until(
        () -> worker.failures() == failures && worker.state() == Worker.State.BACKING_OFF);
  }

  /** A daemon that fails as soon as it is called. */
  private Worker failing(DaemonMaker maker) {
    return maker.runs(() -> {
      throw failure("drive");
    });
  }

  // ---- How many are too many

  @Test
  void asManyFailuresAsDeclaredFailTheFabric() throws Exception {
    Worker worker = failing(weaving.daemon("drive").backoff(Duration.ZERO).maxFailures(3));
    start();
    Eventually.until(() -> fabric.failure().isPresent());
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.FAILED);
    assertThat(worker.failures()).isEqualTo(3);
    assertThat(worker.restarts()).isEqualTo(2);
    assertThat(recorder.failures.stream().map(Failure::decision))
        .containsExactly(Then.RESTART, Then.RESTART, Then.FAIL);
  }

  @Test
  void theOnlyFailureIsTooManyIfNoneIsAllowed() throws Exception {
    Worker worker = failing(weaving.daemon("drive").maxFailures(1));
    start();
    Eventually.until(() -> fabric.failure().isPresent());
    worker.join();
    assertThat(worker.restarts()).isZero();
    assertThat(recorder.pauses).isEmpty();
  }

  @Test
  void aConsumerThatRestartsHasTheSameLimit() throws Exception {
    Channel<Integer> in = weaving.<Integer>channel("in").sentByHand().make();
    Worker worker = weaving
        .consumer("take", in)
        .then(Then.RESTART)
        .backoff(Duration.ZERO)
        .maxFailures(2)
        .runs(message -> {
          throw failure(message);
        });
    start();
    in.send(1);
    in.send(2);
    Eventually.until(() -> fabric.failure().isPresent());
    assertThat(worker.failures()).isEqualTo(2);
    assertThat(fabric.failure().orElseThrow()).hasMessageContaining("2");
  }

  @Test
  void failuresInsideTheWindowCountAlthoughThereWasASuccess() throws Exception {
    Channel<Integer> out = weaving.<Integer>channel("out").receivedByHand().make();
    AtomicInteger calls = new AtomicInteger();
    Worker worker = weaving
        .producer("count")
        .backoff(Duration.ZERO)
        .maxFailures(3)
        .window(Duration.ofMinutes(1))
        .pulls(
            () -> {
              int call = calls.incrementAndGet();
              if (call % 2 == 0) {
                throw failure(call);
              }
              return call;
            },
            out);
    start();
    Eventually.until(() -> fabric.failure().isPresent());
    worker.join();
    assertThat(worker.failures()).isEqualTo(3);
    assertThat(worker.handled()).isEqualTo(3);
  }

  @Test
  void failuresOutsideTheWindowDoNotCount() throws Exception {
    Worker worker = failing(weaving
        .daemon("drive")
        .backoff(Duration.ofSeconds(4))
        .maxBackoff(Duration.ofSeconds(4))
        .maxFailures(3)
        .window(Duration.ofSeconds(8))); // two at most are less than 8 s old
    start();
    for (int i = 1; i <= 20; i++) {
      awaitPause(worker, i);
      seam.pass(Duration.ofSeconds(4));
    }
    assertThat(fabric.failure()).isEmpty();
    assertThat(worker.restarts()).isGreaterThanOrEqualTo(20);
  }

  @Test
  void aWindowSlides() throws Exception {
    Semaphore mayFail = new Semaphore(0);
    Worker worker = weaving
        .daemon("drive")
        .backoff(Duration.ZERO)
        .maxFailures(3)
        .window(Duration.ofSeconds(10))
        .runs(() -> {
          mayFail.acquire();
          throw failure("drive");
        });
    start();
    failAt(mayFail, worker, 1);
    seam.pass(Duration.ofSeconds(9));
    failAt(mayFail, worker, 2);
    seam.pass(Duration.ofSeconds(1)); // now the first one is out
    failAt(mayFail, worker, 3);
    assertThat(fabric.failure()).isEmpty();
    seam.pass(Duration.ofSeconds(8)); // and this would be the third since second 9
    mayFail.release();
    Eventually.until(() -> fabric.failure().isPresent());
  }

  private static void failAt(Semaphore mayFail, Worker worker, int failures) {
    mayFail.release();
    Eventually.until(() -> worker.restarts() == failures);
  }

  // ---- Pauses

  @Test
  void pausesDoubleUpToTheLongest() {
    Worker worker = failing(weaving
        .daemon("drive")
        .backoff(SECOND)
        .maxBackoff(Duration.ofSeconds(5))
        .maxFailures(6));
    start();
    for (int i = 1; i <= 5; i++) {
      awaitPause(worker, i);
      seam.pass(recorder.pauses.get(i - 1).minusNanos(1));
      assertThat(worker.failures()).as("nothing is early").isEqualTo(i);
      seam.pass(Duration.ofNanos(1));
    }
    Eventually.until(() -> fabric.failure().isPresent());
    assertThat(recorder.pauses)
        .containsExactly(
            SECOND,
            Duration.ofSeconds(2),
            Duration.ofSeconds(4),
            Duration.ofSeconds(5),
            Duration.ofSeconds(5));
  }

  private List<Duration> pausesWithJitter(double jitter) {
    Worker worker = failing(weaving
        .daemon("drive")
        .backoff(SECOND)
        .maxBackoff(Duration.ofSeconds(8))
        .jitter(jitter)
        .maxFailures(60));
    start();
    for (int i = 1; i <= 50; i++) {
      awaitPause(worker, i);
      seam.pass(recorder.pauses.get(i - 1));
    }
    return recorder.pauses.stream().limit(50).toList(); // a later pause may come meanwhile
  }

  @Test
  void jitterMakesPausesLongerAndShorterWithinItsPart() {
    List<Duration> pauses = pausesWithJitter(0.25);
    assertThat(pauses.get(0)).isBetween(Duration.ofMillis(750), Duration.ofMillis(1250));
    assertThat(pauses.get(1)).isBetween(Duration.ofMillis(1500), Duration.ofMillis(2500));
    assertThat(pauses.get(2)).isBetween(Duration.ofMillis(3000), Duration.ofMillis(5000));
    assertThat(pauses.subList(3, 50))
        .allSatisfy(
            pause -> assertThat(pause).isBetween(Duration.ofSeconds(6), Duration.ofSeconds(8)))
        .contains(Duration.ofSeconds(8)) // what would have been longer
        .anySatisfy(pause -> assertThat(pause).isLessThan(Duration.ofSeconds(7)));
  }

  @Test
  void theSameSeedMakesTheSamePauses() {
    List<Duration> first = pausesWithJitter(1);
    closeFabric();
    recorder.pauses.clear();
    fabric = ControlledFabric.on(seam, Fabric.builder().listener(recorder));
    weaving = Weaving.of(fabric, 1, "Pipeline", new Object());
    assertThat(pausesWithJitter(1)).isEqualTo(first);
    assertThat(first.subList(0, 3)).doesNotHaveDuplicates();
  }

  @Test
  void retriesWaitWithJitterToo() throws Exception {
    Channel<Integer> in = weaving.<Integer>channel("in").sentByHand().make();
    Worker worker = weaving
        .consumer("take", in)
        .retries(1)
        .backoff(Duration.ofSeconds(100))
        .maxBackoff(Duration.ofSeconds(1000))
        .jitter(0.5)
        .runs(message -> {
          throw failure(message);
        });
    start();
    in.send(1);
    awaitPause(worker, 1);
    seam.pass(Duration.ofSeconds(100)); // with the seed of this seam it takes longer
    Eventually.letPass(Duration.ofMillis(100));
    assertThat(worker.state()).isEqualTo(Worker.State.BACKING_OFF);
    assertThat(worker.failures()).isEqualTo(1);
    seam.pass(Duration.ofSeconds(50));
    Eventually.until(() -> worker.failures() == 2);
  }

  // ---- What is refused

  @Test
  void numbersOutOfRangeAreRefusedAndNameTheWorker() {
    for (double jitter : new double[] {-0.1, 1.1, Double.NaN}) {
      assertThatThrownBy(() -> failing(weaving.daemon("drive").jitter(jitter)))
          .isInstanceOf(IllegalArgumentException.class)
          .hasMessageContaining("Pipeline.drive");
    }
    assertThatThrownBy(() -> failing(weaving.daemon("drive").maxFailures(0)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Pipeline.drive");
  }
}
