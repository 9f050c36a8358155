package app;

import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Permits;
import io.lappet.WaitInterruptedException;
import io.lappet.WaitTimeoutException;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;

/** Gate, permit, lock, guard: in that order, with their limits, and given back on every way out. */
public class Waits {
  abstract static class Desk {
    int served;
    String accessors = "";

    @SuppressWarnings("constructor-use") // to see that it is refused
    Desk() {
      // Nobody else sees the object yet: there is nothing to wait for.
      serve();
      served--;
      try {
        open();
      } catch (IllegalStateException e) {
        accessors = e.getMessage();
      }
    }

    abstract Gate open();

    @Limit(permits = 1)
    abstract Permits clerks();

    boolean atMost(int most) {
      return served <= most;
    }

    @WaitUntil(value = "open", timeout = "0s")
    @Limit(value = "clerks", timeout = "0s")
    @Synchronized(lock = "desk", timeout = "0s")
    void serve() {
      served++;
    }

    @Synchronized(lock = "desk", timeout = "0s")
    @WaitUntil(value = "atMost", timeout = "0s")
    int servedAtMost(int most) {
      return served;
    }

    boolean served() {
      return served > 0;
    }

    <P extends Comparable<P>> boolean comesAfter(P visitor, P[] others) {
      return others.length <= served;
    }

    @Synchronized(lock = "desk")
    @WaitUntil(value = "served", timeout = "0s")
    String served(String name) {
      return name + " " + served;
    }

    @Synchronized(lock = "desk")
    @WaitUntil(value = "comesAfter", timeout = "0s")
    <V extends Comparable<V>> V after(V visitor, V[] others) {
      return visitor;
    }

    @Synchronized(lock = "desk")
    @WaitUntil("!isIdle")
    int busy() {
      return served;
    }

    @Synchronized(lock = "desk")
    @WaitUntil("!isIdle")
    int busyOrInterrupted() throws InterruptedException {
      return served;
    }

    boolean isIdle() {
      return served == 0;
    }

    @Limit(permits = 1, timeout = "0s")
    void fail(Runnable during) {
      during.run();
      throw new UnsupportedOperationException();
    }
  }

  abstract static class Visitor {
    @WaitUntil(value = "desk.open", timeout = "0s")
    @Limit(value = "desk.clerks", timeout = "0s")
    int visit(Desk desk) {
      return desk.clerks().available();
    }
  }

  public static void main(String[] arguments) throws Exception {
    try (Fabric fabric = Fabric.create()) {
      Desk desk = new WovenWaits_Desk(fabric);
      Visitor visitor = new WovenWaits_Visitor(fabric);
      check(desk.served == 0, "the constructor has served, without waiting");
      check(desk.accessors.contains("Waits.Desk.open()"), desk.accessors);
      refused(desk::serve, "Waits.Desk.serve()");
      refused(() -> desk.served("Ann"), "Waits.Desk.served()");
      refused(() -> visitor.visit(desk), "Waits.Visitor.visit()");

      Thread.currentThread().interrupt();
      try {
        desk.busy();
        check(false, "interrupted");
      } catch (WaitInterruptedException e) {
        check(Thread.interrupted(), "the flag is set again");
      }
      Thread.currentThread().interrupt();
      try {
        desk.busyOrInterrupted();
        check(false, "interrupted");
      } catch (InterruptedException e) {
        check(!Thread.interrupted(), "the flag is cleared");
      }

      desk.open().open();
      desk.serve();
      check(desk.served == 1 && desk.clerks().available() == 1, "the permit is back");
      check(visitor.visit(desk) == 0, "inside, the permit is taken");
      check(desk.servedAtMost(1) == 1, "the guard sees the arguments");
      refused(() -> desk.servedAtMost(0), "Waits.Desk.servedAtMost()");
      check(desk.served("Ann").equals("Ann 1"), "the guard has the name of the method");
      check(desk.after(2, new Integer[1]) == 2, "the guard has a type variable of another name");
      refused(() -> desk.after(2, new Integer[2]), "Waits.Desk.after()");
      check(desk.busy() == 1, "the negated guard is true");
      try (var lease = desk.clerks().acquire()) {
        refused(desk::serve, "Waits.Desk.serve()");
        check(lease.permits() == 1, "one");
      }
      for (int i = 0; i < 2; i++) {
        try {
          desk.fail(() -> refused(() -> desk.fail(() -> {}), "Waits.Desk.fail()"));
          check(false, "it fails");
        } catch (UnsupportedOperationException e) {
          check(e.getMessage() == null, "the very exception");
        }
      }
      check(desk.served == 1, "nothing else was served");
    }
  }

  private static void refused(Runnable call, String name) {
    try {
      call.run();
    } catch (WaitTimeoutException e) {
      check(e.getMessage().contains(name), e.getMessage());
      return;
    }
    check(false, name + " is refused");
  }

  private static void check(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }
}
