// LAP212
package space;

import io.lappet.Gate;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayList;
import java.util.List;

/** All checks are made, and nobody opens the gate. */
abstract class Rocket {
  private final List<String> checks = new ArrayList<>();

  abstract Gate cleared(); // here

  void check(String name, boolean fine) {
    if (fine) {
      checks.add(name);
    } else {
      cleared().close();
    }
  }

  @Daemon
  void countDown() throws InterruptedException {
    for (int i = 10; i > 0; i--) {
      System.out.println(i);
    }
    launch(); // here
  }

  @WaitUntil("cleared") // here
  void launch() throws InterruptedException { // here
    System.out.println("lift-off");
  }
}
