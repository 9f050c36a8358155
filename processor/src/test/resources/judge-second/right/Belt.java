package factory;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.Deque;

/** All that the guard reads is changed under its lock, some of it in private helpers. */
public abstract class Belt {
  private static final int LENGTH = 20;
  private final Deque<String> belt = new ArrayDeque<>();
  private final String name;
  private boolean running = true;
  private volatile String last = "";

  protected Belt(String name) {
    this.name = name;
  }

  boolean canTake() {
    return running && !name.isEmpty() && !belt.isEmpty();
  }

  boolean canPut() {
    return belt.size() < LENGTH;
  }

  @Synchronized(lock = "belt")
  @WaitUntil("canPut")
  public void put(String part) throws InterruptedException {
    belt.addLast(part);
  }

  @Synchronized(lock = "belt")
  @WaitUntil("canTake")
  public String take() throws InterruptedException {
    last = belt.removeFirst();
    return last;
  }

  @Synchronized(lock = "belt")
  public void halt() {
    run(false);
  }

  @Synchronized(lock = "belt")
  public void go() {
    run(true);
  }

  private void run(boolean on) {
    running = on;
  }

  public String last() {
    return last;
  }
}
