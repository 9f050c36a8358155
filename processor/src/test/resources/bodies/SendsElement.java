package app;

import io.lappet.*;

abstract class Levels {
  public abstract Channel<int[]> levels();

  void measure(int[] level) throws InterruptedException {
    levels().send(level); //= levels().send(level.clone());
    System.out.println(level.length);
    level[0]++; //! LAP214
  }
}
