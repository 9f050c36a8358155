package io.lappet.testing.corpus;

import static io.lappet.testing.corpus.Specimen.go;
import static io.lappet.testing.corpus.Specimen.joinAll;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lappet.Lease;
import io.lappet.Permits;
import io.lappet.Task;
import io.lappet.testing.TestFabric;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Faults with permits. */
final class Limits {
  private Limits() {}

  static List<Specimen> all() {
    return List.of(
        new Specimen("check-then-act on permits", Limits::checkThenAct),
        new Specimen("each has one permit and waits for a second one", Limits::oneEach),
        new Specimen(
            "a permit is not given back when there is no second one", Limits::notGivenBack));
  }

  private static Permits permits(TestFabric fabric, String name, int number) {
    return io.lappet.gen.Limits.of(fabric, name, number);
  }

  private static void checkThenAct(TestFabric fabric, boolean right) {
    Permits tables = permits(fabric, "tables", 1);
    List<Task<?>> tasks = new ArrayList<>();
    for (String name : List.of("anna", "ben")) {
      tasks.add(go(fabric, name, () -> {
        if (right) {
          tables.tryAcquire();
        } else if (tables.available() > 0) {
          tables.tryAcquire().orElseThrow();
        }
      }));
    }
    joinAll(tasks);
  }

  private static void oneEach(TestFabric fabric, boolean right) {
    Permits forks = permits(fabric, "forks", 2);
    List<Task<?>> tasks = new ArrayList<>();
    for (String name : List.of("anna", "ben")) {
      tasks.add(go(fabric, name, () -> {
        if (right) {
          forks.acquire(2).close();
        } else {
          try (Lease left = forks.acquire();
              Lease rest = forks.acquire()) {
            assertEquals(2, left.permits() + rest.permits());
          }
        }
      }));
    }
    joinAll(tasks);
  }

  private static void notGivenBack(TestFabric fabric, boolean right) {
    Permits forks = permits(fabric, "forks", 2);
    List<Task<?>> tasks = new ArrayList<>();
    for (String name : List.of("anna", "ben")) {
      tasks.add(go(fabric, name, () -> {
        Optional<Lease> left = forks.tryAcquire();
        Optional<Lease> rest = forks.tryAcquire();
        if (rest.isPresent()) {
          rest.get().close();
          left.ifPresent(Lease::close);
        } else if (right) {
          left.ifPresent(Lease::close);
        }
      }));
    }
    joinAll(tasks);
    assertEquals(2, forks.available());
  }
}
