package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.Twin;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Who is told of the threads of a fabric. */
@Timeout(60)
class ThreadLifeTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Recorder recorder = new Recorder();
  private Fabric fabric = Fabric.builder().listener(recorder).build();
  private Weaving weaving = Weaving.of(fabric, 1, "Job", new Object());

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  private void use(Fabric.Builder builder) {
    fabric = builder.build();
    weaving = Weaving.of(fabric, 1, "Job", new Object());
  }

  @Test
  void p15_aHookIsToldOfTheStartAndTheEndOfEveryThread() {
    Twin work = weaving.twin("work").make();
    Task<Void> first = work.run(() -> {});
    Task<Void> second = work.run(() -> {});
    Task.all(List.of(first, second)).join();
    Eventually.until(() -> recorder.ended.size() == 2);
    assertThat(recorder.started).containsExactlyInAnyOrder(first.name(), second.name());
    assertThat(recorder.ended).containsExactlyInAnyOrder(first.name(), second.name());
    assertThat(first.name()).startsWith("Job.work-").isNotEqualTo(second.name());
  }

  @Test
  void p15_aHookThatThrowsChangesNothingAndTheOthersAreTold() {
    FabricListener throwing = new FabricListener() {
      @Override
      public void onStart(String name, Thread thread) {
        throw new IllegalStateException("onStart, for the test");
      }

      @Override
      public void onEnd(String name, Thread thread) {
        throw new IllegalStateException("onEnd, for the test");
      }
    };
    use(Fabric.builder().listener(throwing).listener(recorder));
    assertThat(weaving.twin("work").make().<Integer>call(() -> 1).join()).isEqualTo(1);
    Eventually.until(() -> recorder.ended.size() == 1);
    assertThat(recorder.started).hasSize(1);
    assertThat(fabric.close(LONG).clean()).isTrue();
  }

  @Test
  void aHookIsToldOfTicksAndWorkersToo() throws Exception {
    weaving.timer("tick").every(Duration.ofMillis(1)).runs(() -> {});
    Worker worker = weaving.daemon("drive").runs(() -> {});
    weaving.register();
    fabric.start();
    worker.join();
    Eventually.until(() -> recorder.ended.stream().filter("Job.tick"::equals).count() >= 2);
    Eventually.until(() -> recorder.ended.contains("Job.drive"));
    assertThat(recorder.started).containsOnly("Job.tick", "Job.drive");
  }

  @Test
  void thr6_aTwinWithoutAThreadFailsAndLeavesNothing() {
    RuntimeException failure = new IllegalStateException("no thread");
    use(Fabric.builder().listener(recorder).workerThreads(body -> {
      throw failure;
    }));
    Task<Void> task = weaving.twin("work").make().run(() -> {});
    assertThatThrownBy(task::join).isInstanceOf(TaskFailedException.class).hasCause(failure);
    assertThat(fabric.threads()).isEmpty();
    assertThat(fabric.tasks()).isEmpty();
    assertThat(recorder.started).isEmpty();
    assertThat(fabric.close(LONG).clean()).isTrue();
  }
}
