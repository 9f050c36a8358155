package shape;

import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;

public abstract class Framed extends Shape {
  private int drawn;

  @Override
  @Synchronized(lock = "parts")
  public void add(String part) {
    if (parts.isEmpty()) {
      super.add("frame");
    }
    super.add(part);
  }

  @Override
  @Synchronized(lock = "parts")
  public String draw() {
    drawn++;
    return "[" + super.draw() + "]";
  }

  @PeriodicTimer(every = "1s")
  @Synchronized(lock = "parts")
  void fade() {
    if (drawn > 10) {
      parts.clear();
      drawn = 0;
    }
  }
}
