// LAP226
package press;

import io.lappet.Gate;
import io.lappet.Lane;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import io.lappet.annotation.WaitUntil;

/** Prints and dries on one lane of one thread: printing waits for what dries later. */
abstract class Press {
  @Limit(permits = 1)
  abstract Lane machine();

  abstract Gate dry();

  @WaitUntil("dry")
  void print(String page) throws InterruptedException { // here
    System.out.println(page);
    dry().close();
  }

  void fan() {
    dry().open();
  }

  @Async(lane = "machine")
  abstract Task<Void> printAsync(String page);

  @Async(lane = "machine")
  abstract Task<Void> fanAsync();
}
