// the gate is opened by who needs another lock, and by who needs none
package elevators;

import io.lappet.Gate;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.Deque;

public abstract class Elevators {
  private final Deque<Integer> calls = new ArrayDeque<>();
  private int floor;

  abstract Gate door();

  @Synchronized(lock = "calls")
  public void call(int wanted) {
    calls.addLast(wanted);
  }

  @WaitUntil("door")
  public void enter() throws InterruptedException {
    System.out.println("in");
    call(floor());
  }

  @Synchronized(lock = "cabin")
  int floor() {
    return floor;
  }

  @Synchronized(lock = "calls")
  Integer nextCall() {
    return calls.pollFirst();
  }

  @PeriodicTimer(every = "1s")
  void move() {
    Integer next = nextCall();
    door().close();
    if (next != null) {
      arrive(next);
    }
    door().open();
  }

  @Synchronized(lock = "cabin")
  void arrive(int at) {
    floor = at;
  }
}
