package io.lappet.testing.corpus;

import static io.lappet.testing.corpus.Specimen.go;
import static io.lappet.testing.corpus.Specimen.in;
import static io.lappet.testing.corpus.Specimen.joinAll;
import static io.lappet.testing.corpus.Specimen.weave;
import static io.lappet.testing.corpus.Specimen.with;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lappet.Channel;
import io.lappet.Task;
import io.lappet.gen.Monitor;
import io.lappet.gen.Weaving;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Faults with timers, delays and cancellation. */
final class Times {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private Times() {}

  static List<Specimen> all() {
    return List.of(
        new Specimen("a timer empties what a consumer fills", Times::timerAgainstConsumer),
        new Specimen("what is due at once is used after it was closed", Times::usedAfterClose),
        new Specimen("cancelled, and refunded, and yet delivered", Times::cancelledAndDelivered),
        new Specimen("the time is up, and the result is there as well", Times::tooLateAndThere));
  }

  private static void timerAgainstConsumer(TestFabric fabric, boolean right) throws Exception {
    Weaving weaving = weave(fabric, "Counter");
    Channel<Integer> in =
        weaving.<Integer>channel("in").capacity(4).sentByHand().make();
    Monitor monitor = Monitor.of(fabric, "count");
    int[] count = {0};
    int[] flushed = {0};
    weaving.consumer("add", in).runs(number -> in(monitor, () -> count[0] += number));
    Runnable flush = () -> {
      flushed[0] += with(monitor, () -> count[0]);
      in(monitor, () -> count[0] = 0);
    };
    weaving.timer("flush").every(SECOND).runs(() -> {
      if (right) {
        in(monitor, flush);
      } else {
        flush.run();
      }
    });
    weaving.register();
    fabric.start();
    go(fabric, "send", () -> {
      for (int i = 0; i < 3; i++) {
        in.send(1);
        fabric.sleep(SECOND);
      }
    });
    fabric.advance(Duration.ofSeconds(5));
    assertEquals(3, flushed[0] + count[0]);
  }

  private static void usedAfterClose(TestFabric fabric, boolean right) {
    Monitor monitor = Monitor.of(fabric, "file");
    boolean[] open = {true};
    Runnable write = () -> assertTrue(with(monitor, () -> open[0]), "closed");
    Task<Void> save = fabric.after(SECOND, "save", () -> {
      boolean useful = with(monitor, () -> open[0]);
      if (!right && useful) {
        write.run();
      } else {
        in(monitor, () -> {
          if (open[0]) {
            write.run();
          }
        });
      }
    });
    go(fabric, "close", () -> {
      fabric.sleep(SECOND);
      in(monitor, () -> open[0] = false);
    });
    fabric.advance(SECOND);
    save.join();
  }

  private static void cancelledAndDelivered(TestFabric fabric, boolean right) {
    Monitor monitor = Monitor.of(fabric, "order");
    List<String> done = new ArrayList<>();
    Task<Object> deliver = go(
        fabric,
        "deliver",
        () -> in(monitor, () -> {
          if (done.isEmpty() || !right) {
            done.add("delivered");
          }
        }));
    Task<Object> cancel = go(fabric, "cancel", () -> {
      if (deliver.cancel(false)) {
        in(monitor, () -> {
          if (done.isEmpty() || !right) {
            done.add("refunded");
          }
        });
      }
    });
    cancel.join();
    fabric.settle();
    assertEquals(1, done.size());
  }

  private static void tooLateAndThere(TestFabric fabric, boolean right) {
    Monitor monitor = Monitor.of(fabric, "answer");
    List<String> told = new ArrayList<>();
    Task<?> work = go(fabric, "work", () -> {
      fabric.sleep(SECOND);
      in(monitor, () -> {
        if (told.isEmpty() || !right) {
          told.add("answer");
        }
      });
    });
    Task<?> watch = go(fabric, "watch", () -> {
      if (!work.join(SECOND)) {
        in(monitor, () -> {
          if (told.isEmpty() || !right) {
            told.add("too late");
          }
        });
      }
    });
    fabric.advance(SECOND.multipliedBy(2));
    joinAll(List.of(work, watch));
    assertEquals(1, told.size());
  }
}
