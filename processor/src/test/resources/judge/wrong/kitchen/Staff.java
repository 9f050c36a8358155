package kitchen;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;

/** The waiter waits in the kitchen with the key, and the cook cannot come in. */
@Woven(uses = House.class)
public abstract class Staff {
  final Counter counter;
  private int served;

  protected Staff(Counter counter) {
    this.counter = counter;
  }

  @Synchronized(lock = "kitchen") // here
  public String serve() throws InterruptedException { // here
    String plate = counter.take(); // here
    served++;
    return plate;
  }

  @Synchronized(lock = "kitchen")
  public void cook(String dish) {
    counter.put("plate of " + dish); // here
  }

  @Synchronized(lock = "kitchen")
  public int served() {
    return served;
  }
}
