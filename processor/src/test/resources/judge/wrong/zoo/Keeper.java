package zoo;

import io.lappet.Fabric;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;

/** Has to go into the cage to feed. */
@Woven(uses = Keys.class)
abstract class Keeper {
  private int meals;

  abstract Fabric fabric();

  @PeriodicTimer(every = "8h")
  void feed() {
    enter();
    System.out.println("fed");
  }

  @Synchronized(lock = "cage")
  void enter() {
    meals++;
    WovenKeys.in(fabric()).fed().open(); // here
  }

  @Synchronized(lock = "cage")
  int meals() {
    return meals;
  }
}
