package ring;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;

/** All of the ring under one lock. */
public abstract class Buffer {
  private final Ring ring = new Ring();

  boolean notEmpty() {
    return !ring.isEmpty();
  }

  @Synchronized
  public void put(int value) {
    store(value);
  }

  @Synchronized
  @WaitUntil("notEmpty")
  public int take() throws InterruptedException {
    return ring.take();
  }

  private void store(int value) {
    ring.put(value);
  }
}
