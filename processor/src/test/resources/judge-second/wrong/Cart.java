// LAP204
package shop;

import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** The loop asks itself and waits for the answer. */
@Woven(confined = true)
public abstract class Cart {
  private final List<Long> prices = new ArrayList<>();

  @Async
  public abstract void addAsync(long cents);

  @Async
  public abstract Task<Long> totalAsync();

  @Async
  public abstract Task<Boolean> affordableAsync(long budget);

  void add(long cents) {
    prices.add(cents);
  }

  Long total() { // here
    return prices.stream().mapToLong(Long::longValue).sum();
  }

  Boolean affordable(long budget) { // here
    Task<Long> total = totalAsync(); // here
    return total.join() <= budget; // here
  }
}
