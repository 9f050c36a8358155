// LAP204
package traffic;

import io.lappet.annotation.Async;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;

/** The loop sleeps for the yellow phase, so that nobody can press the button. */
@Woven(confined = true)
public abstract class Traffic {
  private boolean green;
  private int pressed;

  @PeriodicTimer(every = "30s")
  void turn() throws InterruptedException { // here
    if (green) {
      yellow(); // here
    }
    green = !green;
  }

  private void yellow() throws InterruptedException {
    for (int i = 0; i < 3; i++) {
      System.out.println("yellow");
      Thread.sleep(1000); // here
    }
  }

  void press() {
    pressed++;
  }

  @Async
  public abstract void pressAsync();
}
