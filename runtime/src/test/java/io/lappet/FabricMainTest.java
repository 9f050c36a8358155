package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.gen.Weaving;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Whole programs, each in a JVM of its own. */
@Timeout(60)
class FabricMainTest {
  private static final String WARNING = "Nothing keeps this program alive";

  private static void print(Object line) {
    System.out.println(line);
    System.out.flush();
  }

  private static Program ended(Class<?> main, int exitCode, String... arguments)
      throws IOException, InterruptedException {
    try (Program program = Program.start(main, arguments)) {
      assertThat(program.exitCode()).as("%s", program.err()).isEqualTo(exitCode);
      return program;
    }
  }

  /** A component as the processor would weave it: numbers are read, doubled and printed. */
  static class Doubling implements AutoCloseable {
    private final Weaving weaving;
    private final AtomicInteger next = new AtomicInteger();
    final AtomicInteger printed = new AtomicInteger();
    private final int last;

    Doubling(Fabric fabric, int last) {
      this.last = last;
      weaving = Weaving.of(fabric, 1, "Doubling", this);
      Channel<Integer> numbers = weaving.<Integer>channel("numbers").capacity(8).make();
      Channel<Integer> doubles = weaving.<Integer>channel("doubles").capacity(8).make();
      weaving.producer("read").pulls(this::read, numbers);
      weaving.consumer("twice", numbers).concurrency(2).maps(number -> 2 * number, doubles);
      weaving.consumer("show", doubles).runs(this::show);
      weaving.register();
    }

    private Integer read() {
      int number = next.incrementAndGet();
      return number > last ? null : number;
    }

    private void show(Integer number) {
      if (printed.incrementAndGet() == 1000) {
        print("a thousand");
      }
    }

    @Override
    public void close() {
      if (weaving.closeOnce()) {
        int read = Math.min(next.get(), last);
        print(printed.get() == read ? "closed, all shown" : "lost " + (read - printed.get()));
      }
    }
  }

  // ---- Ending

  static final class Finite {
    public static void main(String[] arguments) throws Exception {
      Fabric.run(fabric -> new Doubling(fabric, 2000));
      print("after run");
    }
  }

  @Test
  void aFinitePipelineEndsByItself() throws Exception {
    Program program = ended(Finite.class, 0);
    assertThat(program.err()).isEmpty();
    assertThat(program.out()).containsExactly("a thousand", "closed, all shown", "after run");
  }

  static final class Endless {
    public static void main(String[] arguments) throws Exception {
      Fabric.run(fabric -> new Doubling(fabric, Integer.MAX_VALUE));
    }
  }

  @Test
  void aTerminatedProgramDrainsAndClosesItsComponents() throws Exception {
    try (Program program = Program.start(Endless.class)) {
      program.printed("a thousand").terminate();
      assertThat(program.exitCode()).isEqualTo(143);
      assertThat(program.out()).containsExactly("a thousand", "closed, all shown");
      assertThat(program.err()).isEmpty();
    }
  }

  static final class Stubborn {
    public static void main(String[] arguments) throws Exception {
      Fabric fabric = Fabric.builder().shutdownGrace(Duration.ofMillis(200)).build();
      Fabric.run(fabric, f -> {
        Weaving weaving = Weaving.of(f, 1, "Stubborn", new Object());
        Channel<Integer> in = weaving.<Integer>channel("in").make();
        weaving.producer("read").pulls(() -> 1, in);
        weaving.consumer("sulk", in).runs(number -> {
          print("in");
          Eventually.stubbornly(new CountDownLatch(1));
        });
        weaving.register();
        return weaving;
      });
    }
  }

  @Test
  void aTerminatedProgramEndsWhenTheGraceHasPassed() throws Exception {
    try (Program program = Program.start(Stubborn.class)) {
      program.printed("in").terminate();
      assertThat(program.exitCode()).isEqualTo(143);
    }
  }

  static final class Exiting {
    public static void main(String[] arguments) throws Exception {
      Fabric fabric = Fabric.builder().shutdownGrace(Duration.ofMillis(200)).build();
      Fabric.run(fabric, f -> {
        Weaving weaving = Weaving.of(f, 1, "Exiting", new Object());
        weaving.timer("tick").every(Duration.ofMillis(10)).runs(() -> System.exit(3));
        weaving.register();
        return weaving;
      });
    }
  }

  @Test
  void aWorkerMayExitTheProgram() throws Exception {
    ended(Exiting.class, 3);
  }

  static final class OnlyTasks {
    public static void main(String[] arguments) throws Exception {
      Fabric.run(fabric -> fabric.submit("task", () -> {
        fabric.sleep(Duration.ofMillis(200));
        print("done");
        return 1;
      }));
      print("after run");
    }
  }

  @Test
  void aProgramOfTasksWaitsForThem() throws Exception {
    Program program = ended(OnlyTasks.class, 0);
    assertThat(program.out()).containsExactly("done", "after run");
    assertThat(program.err()).isEmpty();
  }

  // ---- Failing

  static final class Failing {
    public static void main(String[] arguments) throws Exception {
      Fabric.run(fabric -> {
        Weaving weaving = Weaving.of(fabric, 1, "Failing", new Object());
        weaving.timer("tick").every(Duration.ofMillis(10)).runs(() -> {
          throw new AssertionError("broken");
        });
        weaving.register();
        return weaving;
      });
    }
  }

  @Test
  void anErrorInAWorkerReachesTheCallerOfRunWithItsCause() throws Exception {
    Program program = ended(Failing.class, 1);
    assertThat(program.err())
        .anyMatch(line -> line.contains("io.lappet.FabricFailedException"))
        .anyMatch(line -> line.equals("Caused by: java.lang.AssertionError: broken"));
  }

  static final class BadApp {
    public static void main(String[] arguments) throws Exception {
      Fabric.run(fabric -> {
        new Doubling(fabric, Integer.MAX_VALUE);
        fabric.start();
        throw new IllegalStateException("app");
      });
    }
  }

  @Test
  void anAppThatThrowsEndsTheProgramInOrder() throws Exception {
    Program program = ended(BadApp.class, 1);
    assertThat(program.out()).contains("closed, all shown");
    assertThat(program.err())
        .anyMatch(line -> line.contains("java.lang.IllegalStateException: app"));
  }

  static final class Unheard {
    public static void main(String[] arguments) throws Exception {
      Fabric.run(fabric -> {
        Weaving weaving = Weaving.of(fabric, 1, "Unheard", new Object());
        AtomicInteger next = new AtomicInteger();
        Channel<Integer> in = weaving.<Integer>channel("in").make();
        weaving.producer("read").pulls(() -> next.get() < 2 ? next.incrementAndGet() : null, in);
        weaving.consumer("take", in).named("Taker").runs(number -> {
          throw new IllegalArgumentException("number " + number);
        });
        weaving.register();
        return weaving;
      });
    }
  }

  @Test
  void withoutAListenerFailuresGoToStandardErrorWithThreadNameAndStack() throws Exception {
    Program program = ended(Unheard.class, 0);
    for (int number = 1; number <= 2; number++) {
      String failure = "java.lang.IllegalArgumentException: number " + number;
      assertThat(program.err()).filteredOn(line -> line.equals(failure)).hasSize(1);
    }
    assertThat(program.err()).filteredOn(line -> line.contains("thread Taker")).hasSize(2);
    assertThat(program.err()).anyMatch(line -> line.matches("\\s+at .*Unheard.*"));
  }

  static final class BadListener {
    public static void main(String[] arguments) throws Exception {
      FabricListener listener = new FabricListener() {
        @Override
        public void onFailure(Failure failure) {
          throw new IllegalStateException("bad listener");
        }
      };
      try (Fabric fabric = Fabric.builder().listener(listener).build()) {
        fabric.submit("task", () -> 1).onSuccess(result -> {
          throw new IllegalArgumentException("callback");
        });
      }
      print("after close");
    }
  }

  @Test
  void aListenerThatThrowsIsLogged() throws Exception {
    Program program = ended(BadListener.class, 0);
    assertThat(program.out()).containsExactly("after close");
    assertThat(program.err())
        .filteredOn(line -> line.contains("IllegalStateException: bad listener"))
        .hasSize(1);
  }

  // ---- Daemons (LIFE.1)

  static final class Daemons {
    public static void main(String[] arguments) throws Exception {
      Path file = Files.createTempFile("daemons", ".txt");
      CountDownLatch allRan = new CountDownLatch(40);
      Fabric fabric = Fabric.create();
      for (int i = 0; i < 40; i++) {
        Weaving weaving = Weaving.of(fabric, 1, "Daemon" + i, new Object());
        weaving.daemon("read").runs(() -> {
          Files.readString(file);
          allRan.countDown();
          while (true) {
            Files.readString(file);
            fabric.sleep(Duration.ofMillis(1));
          }
        });
        weaving.register();
      }
      fabric.start();
      allRan.await();
      if (arguments[0].equals("close")) {
        fabric.close();
      }
      print("end of main");
      file.toFile().deleteOnExit();
    }
  }

  @Test
  void life1_closingDoesNotWaitForDaemons() throws Exception {
    Program program = ended(Daemons.class, 0, "close");
    assertThat(program.out()).containsExactly("end of main");
    assertThat(program.err()).isEmpty();
  }

  @Test
  void life1_daemonsDoNotKeepAProgramAliveThatForgetsToClose() throws Exception {
    Program program = ended(Daemons.class, 0, "forget");
    assertThat(program.out()).containsExactly("end of main");
  }

  static final class Forgotten {
    public static void main(String[] arguments) {
      Fabric fabric = Fabric.create();
      Weaving weaving = Weaving.of(fabric, 1, "Forgotten", new Object());
      Channel<Integer> in = weaving.<Integer>channel("in").sentByHand().make();
      weaving.consumer("take", in).runs(number -> {});
      weaving.register();
      fabric.start();
      print("end of main");
    }
  }

  @Test
  void aConsumerKeepsAProgramAliveThatForgetsToClose() throws Exception {
    try (Program program = Program.start(Forgotten.class)) {
      program.printed("end of main");
      Eventually.letPass(Duration.ofMillis(300));
      assertThat(program.isAlive()).isTrue();
      assertThat(program.terminate().exitCode()).isEqualTo(143);
    }
  }

  static final class OnlyDaemons {
    public static void main(String[] arguments) throws Exception {
      Fabric.run(fabric -> {
        Weaving weaving = Weaving.of(fabric, 1, "OnlyDaemons", new Object());
        weaving.daemon("drive").runs(Eventually::forEver);
        weaving.timer("tick").every(Duration.ofMillis(10)).daemon().runs(() -> {});
        weaving.register();
        return weaving;
      });
      print("after run");
    }
  }

  @Test
  void aProgramOfDaemonsEndsWithOneWarning() throws Exception {
    Program program = ended(OnlyDaemons.class, 0);
    assertThat(program.out()).containsExactly("after run");
    assertThat(program.err()).filteredOn(line -> line.contains(WARNING)).hasSize(1);
    assertThat(program.err()).noneMatch(line -> line.contains("Exception"));
  }

  static final class Quick {
    public static void main(String[] arguments) throws Exception {
      Fabric.run(fabric -> {
        new Doubling(fabric, 10);
        fabric.start();
        for (Worker worker : fabric.workers()) {
          worker.join();
        }
        return fabric;
      });
    }
  }

  @Test
  void aPipelineThatHasEndedBeforeRunLooksIsNotTakenForDaemons() throws Exception {
    Program program = ended(Quick.class, 0);
    assertThat(program.err()).isEmpty();
  }
}
