// LAP212
package crossing;

import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.WaitUntil;
import java.time.Duration;

/** One gate is opened, and the other one only closed. */
abstract class Crossing {
  private volatile int crossed;

  abstract Fabric fabric();

  abstract Gate cars(); // here

  abstract Gate people();

  @Daemon
  void lights() throws InterruptedException {
    while (true) {
      people().open();
      fabric().sleep(Duration.ofSeconds(10));
      people().close();
      cars().close();
      fabric().sleep(Duration.ofSeconds(30));
    }
  }

  @WaitUntil("people")
  void walk() throws InterruptedException {
    System.out.println("walk");
  }

  @WaitUntil("cars") // here
  void drive() throws InterruptedException { // here
    System.out.println("drive");
  }
}
