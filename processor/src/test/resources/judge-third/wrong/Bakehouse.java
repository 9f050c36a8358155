// LAP201
package bakery;

import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import java.util.List;

/** Four ovens at a time: a limit is no lock. */
public abstract class Bakehouse {
  interface Baker {
    void bake(int loaves);

    default void bakeAll(List<Integer> orders) {
      orders.forEach(this::bake);
    }
  }

  private final Baker baker;
  private int baked; // here

  protected Bakehouse(Baker baker) {
    this.baker = baker;
  }

  @Limit(permits = 4)
  void fill(List<Integer> orders) throws InterruptedException { // here
    baker.bakeAll(orders);
    baked += orders.size(); // here
  }

  @Async
  public abstract Task<Void> fillAsync(List<Integer> orders);
}
