package app;

import io.lappet.Fabric;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;

/** {@link Shape}, woven: its own lock guards draw(). */
@LappetGenerated
public non-sealed class WovenShape extends Shape {
  private final Monitor ownLock;

  public WovenShape() {
    ownLock = Monitor.of("Shape.this");
  }

  public WovenShape(Fabric fabric) {
    ownLock = Monitor.of(fabric, "Shape.this");
  }

  /** Holds its own lock. */
  @Override
  void draw() {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      super.draw();
      return;
    }
    lock.enter();
    try {
      super.draw();
    } finally {
      lock.exit();
    }
  }
}
