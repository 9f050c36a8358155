package zoo;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import io.lappet.annotation.Woven;

/** Goes into the cage and waits there until the lion was fed. */
@Woven(uses = Keys.class)
abstract class Visitor {
  private int photos;

  @Synchronized(lock = "cage") // here
  void visit() throws InterruptedException { // here
    for (int i = 0; i < 3; i++) {
      photo(); // here
    }
  }

  @WaitUntil("fed") // here
  void photo() throws InterruptedException { // here
    photos++;
  }

  int photos() {
    return photos;
  }
}
