// LAP220
package lottery;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayList;
import java.util.List;

/** The guard counts how often it was asked, and nobody knows how often that is. */
public abstract class Lottery {
  private final List<Integer> drawn = new ArrayList<>();
  private int asked;

  boolean isOver() { // here
    asked++; // here
    return drawn.size() == 6;
  }

  @Synchronized
  public void draw(int number) {
    drawn.add(number);
  }

  @Synchronized
  @WaitUntil("isOver")
  public List<Integer> result() throws InterruptedException {
    return List.copyOf(drawn);
  }

  @Synchronized
  public int asked() {
    return asked;
  }
}
