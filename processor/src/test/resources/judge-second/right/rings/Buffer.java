package rings;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;

/** All of the ring under one lock. */
public abstract class Buffer {
  private final java.util.List<Ring> rings = new java.util.ArrayList<>();

  boolean notEmpty() {
    for (Ring ring : rings) { if (!ring.isEmpty()) return true; } return false;
  }

  @Synchronized
  public void put(int value) {
    rings.get(0).put(value);
  }

  @Synchronized
  @WaitUntil("notEmpty")
  public int take() throws InterruptedException {
    return rings.get(0).take();
  }
}
