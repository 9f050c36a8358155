package io.lappet.testing.corpus;

import static io.lappet.testing.corpus.Specimen.go;
import static io.lappet.testing.corpus.Specimen.in;
import static io.lappet.testing.corpus.Specimen.joinAll;
import static io.lappet.testing.corpus.Specimen.with;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lappet.Task;
import io.lappet.gen.Monitor;
import io.lappet.gen.ReadWriteMonitor;
import io.lappet.testing.TestFabric;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Faults with locks: too small, or taken in a circle. */
final class Locks {
  private Locks() {}

  static List<Specimen> all() {
    return List.of(
        new Specimen(
            "lost update: read and written under the lock, but not in one piece",
            (f, r) -> lostUpdate(f, r, 2)),
        new Specimen("lost update of three threads", (f, r) -> lostUpdate(f, r, 3)),
        new Specimen("a plain field without any lock", Locks::plainField),
        new Specimen("check-then-act: the last piece is sold twice", Locks::lastPiece),
        new Specimen("put if absent, in two steps", Locks::putIfAbsent),
        new Specimen("money in transit is seen by an audit", Locks::audit),
        new Specimen("made twice: the check is repeated nowhere", Locks::madeTwice),
        new Specimen("read under the read lock, written later", Locks::readThenWrite),
        new Specimen("deadlock of two locks", Locks::twoLocks),
        new Specimen("deadlock of three locks", Locks::threeLocks),
        new Specimen("a lock is held while a task is joined that needs it", Locks::joinHolding));
  }

  private static void lostUpdate(TestFabric fabric, boolean right, int threads) {
    Monitor monitor = Monitor.of(fabric, "sum");
    int[] sum = {0};
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      tasks.add(go(fabric, "add", () -> {
        if (right) {
          in(monitor, () -> sum[0]++);
        } else {
          int before = with(monitor, () -> sum[0]);
          in(monitor, () -> sum[0] = before + 1);
        }
      }));
    }
    joinAll(tasks);
    assertEquals(threads, sum[0]);
  }

  private static void plainField(TestFabric fabric, boolean right) {
    Monitor monitor = Monitor.of(fabric, "sum");
    int[] sum = {0};
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      tasks.add(go(fabric, "add", () -> {
        if (right) {
          in(monitor, () -> sum[0]++);
        } else {
          int before = sum[0];
          sum[0] = before + 1;
        }
      }));
    }
    joinAll(tasks);
    assertEquals(2, sum[0]);
  }

  private static void lastPiece(TestFabric fabric, boolean right) {
    Monitor monitor = Monitor.of(fabric, "stock");
    int[] pieces = {1};
    int[] sold = {0};
    Runnable buy = () -> {
      if (with(monitor, () -> pieces[0]) > 0) {
        in(monitor, () -> {
          pieces[0]--;
          sold[0]++;
        });
      }
    };
    List<Task<?>> tasks = new ArrayList<>();
    for (String name : List.of("anna", "ben")) {
      tasks.add(go(fabric, name, () -> {
        if (right) {
          in(monitor, buy);
        } else {
          buy.run();
        }
      }));
    }
    joinAll(tasks);
    assertEquals(1, sold[0]);
  }

  private static void putIfAbsent(TestFabric fabric, boolean right) {
    Monitor monitor = Monitor.of(fabric, "map");
    Map<String, String> owners = new HashMap<>();
    List<String> told = new ArrayList<>();
    List<Task<?>> tasks = new ArrayList<>();
    for (String name : List.of("anna", "ben")) {
      Runnable put = () -> {
        boolean absent = with(monitor, () -> !owners.containsKey("key"));
        if (absent) {
          in(monitor, () -> {
            owners.put("key", name);
            told.add(name);
          });
        }
      };
      tasks.add(go(fabric, name, () -> {
        if (right) {
          in(monitor, put);
        } else {
          put.run();
        }
      }));
    }
    joinAll(tasks);
    assertEquals(List.of(owners.get("key")), told);
  }

  private static void audit(TestFabric fabric, boolean right) {
    Monitor bank = Monitor.of(fabric, "bank");
    Monitor mine = Monitor.of(fabric, "mine");
    Monitor yours = Monitor.of(fabric, "yours");
    int[] money = {10, 0};
    Runnable transfer = () -> {
      in(mine, () -> money[0] -= 5);
      in(yours, () -> money[1] += 5);
    };
    int[] seen = {0};
    Runnable look = () -> seen[0] = with(mine, () -> money[0]) + with(yours, () -> money[1]);
    Task<?> transferring = go(fabric, "transfer", () -> {
      if (right) {
        in(bank, transfer);
      } else {
        transfer.run();
      }
    });
    Task<?> auditing = go(fabric, "audit", () -> {
      if (right) {
        in(bank, look);
      } else {
        look.run();
      }
    });
    joinAll(List.of(transferring, auditing));
    assertEquals(10, seen[0]);
  }

  private static void madeTwice(TestFabric fabric, boolean right) {
    Monitor monitor = Monitor.of(fabric, "cache");
    Object[] cached = {null};
    int[] made = {0};
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      tasks.add(go(fabric, "get", () -> {
        if (with(monitor, () -> cached[0] == null)) {
          in(monitor, () -> {
            if (!right || cached[0] == null) {
              made[0]++;
              cached[0] = new Object();
            }
          });
        }
      }));
    }
    joinAll(tasks);
    assertEquals(1, made[0]);
  }

  private static void readThenWrite(TestFabric fabric, boolean right) {
    ReadWriteMonitor monitor = ReadWriteMonitor.of(fabric, "book");
    int[] pages = {0};
    List<Task<?>> tasks = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      tasks.add(go(fabric, "append", () -> {
        if (right) {
          in(monitor.writeLock(), () -> pages[0]++);
        } else {
          int before = with(monitor.readLock(), () -> pages[0]);
          in(monitor.writeLock(), () -> pages[0] = before + 1);
        }
      }));
    }
    joinAll(tasks);
    assertEquals(2, pages[0]);
  }

  private static void twoLocks(TestFabric fabric, boolean right) {
    Monitor a = Monitor.of(fabric, "a");
    Monitor b = Monitor.of(fabric, "b");
    joinAll(List.of(
        go(fabric, "one", () -> both(a, b)),
        go(fabric, "other", () -> both(right ? a : b, right ? b : a))));
  }

  private static void threeLocks(TestFabric fabric, boolean right) {
    Monitor a = Monitor.of(fabric, "a");
    Monitor b = Monitor.of(fabric, "b");
    Monitor c = Monitor.of(fabric, "c");
    joinAll(List.of(
        go(fabric, "one", () -> both(a, b)),
        go(fabric, "two", () -> both(b, c)),
        go(fabric, "three", () -> both(right ? a : c, right ? c : a))));
  }

  private static void both(Monitor first, Monitor second) {
    in(first, () -> in(second, () -> {}));
  }

  private static void joinHolding(TestFabric fabric, boolean right) {
    Monitor monitor = Monitor.of(fabric, "desk");
    Task<?> helper = go(fabric, "help", () -> in(monitor, () -> {}));
    Task<?> boss = go(fabric, "boss", () -> {
      if (right) {
        in(monitor, () -> {});
        helper.join();
      } else {
        in(monitor, helper::join);
      }
    });
    joinAll(List.of(helper, boss));
  }
}
