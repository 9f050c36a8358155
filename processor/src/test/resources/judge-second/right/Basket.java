package shop;

import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** The loop calls its own method and joins nothing; joining is for who is outside. */
@Woven(confined = true)
public abstract class Basket {
  private final List<Long> prices = new ArrayList<>();

  @Async
  public abstract void addAsync(long cents);

  @Async
  public abstract Task<Long> totalAsync();

  @Async
  public abstract Task<Boolean> affordableAsync(long budget);

  void add(long cents) {
    prices.add(cents);
    String.join(",", "a", "b");
  }

  Long total() {
    return prices.stream().mapToLong(Long::longValue).sum();
  }

  Boolean affordable(long budget) {
    return total() <= budget;
  }

  static long pay(Basket basket, long budget) {
    Task<Long> total = basket.totalAsync();
    return basket.affordableAsync(budget).join() ? total.join() : 0;
  }
}
