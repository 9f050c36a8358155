package app;

import io.lappet.ConfinementException;
import io.lappet.Fabric;
import io.lappet.FabricListener;
import io.lappet.Failure;
import io.lappet.Sender;
import io.lappet.Task;
import io.lappet.TaskFailedException;
import io.lappet.annotation.Async;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A confined object is touched by its loop alone, without locks, and loses nothing. */
public class Confined {
  abstract static class Shelf {
    protected int items;

    int items() {
      return items;
    }
  }

  @Woven(confined = true)
  abstract static class Cart extends Shelf implements AutoCloseable {
    final CountDownLatch ticked = new CountDownLatch(3);
    final List<String> order = new ArrayList<>();
    private boolean inside;
    boolean closed;

    Cart(int first) {
      add(first);
    }

    abstract Sender<Integer> boxes();

    void add(int more) {
      if (inside) {
        throw new AssertionError("nested");
      }
      inside = true;
      int before = items;
      Thread.yield();
      items = before + more;
      inside = false;
    }

    @Consumer(from = "boxes")
    void open(Integer box) {
      add(box);
    }

    @PeriodicTimer(every = "1ms")
    void tick() {
      add(0);
      ticked.countDown();
    }

    @Synchronized
    int guarded() {
      return items;
    }

    void post() {
      noteAsync("posted");
      order.add("posting");
    }

    void note(String what) {
      order.add(what);
    }

    void refuse() {
      throw new IllegalArgumentException("no");
    }

    @Async
    abstract void addAsync(int more);

    @Async
    abstract Task<Integer> itemsAsync();

    @Async
    abstract Task<Integer> guardedAsync();

    @Async
    abstract Task<Void> postAsync();

    @Async
    abstract void noteAsync(String what);

    @Async("refuse")
    abstract void refuseSilently();

    @Async
    abstract Task<Void> refuseAsync();

    @Override
    public String toString() {
      return "cart";
    }

    @Override
    public void close() {
      closed = true;
    }
  }

  public static void main(String[] arguments) throws Exception {
    BlockingQueue<Failure> failures = new LinkedBlockingQueue<>();
    FabricListener listener = new FabricListener() {
      @Override
      public void onFailure(Failure failure) {
        failures.add(failure);
      }
    };
    Cart cart;
    try (Fabric fabric = Fabric.builder().listener(listener).build()) {
      cart = fabric.start(new WovenConfined_Cart(fabric, 1));
      List<Task<Void>> callers = new ArrayList<>();
      for (int i = 0; i < 8; i++) {
        Cart its = cart;
        callers.add(fabric.<Void>submit("caller", () -> {
          for (int j = 0; j < 500; j++) {
            its.addAsync(1);
            its.boxes().send(1);
          }
          return null;
        }));
      }
      Task.joinAll(callers);
      check(cart.ticked.await(10, TimeUnit.SECONDS), "the timer does not run");
      cart.postAsync().join();
      refused(cart);
      cart.refuseSilently();
      Failure failure = failures.poll(10, TimeUnit.SECONDS);
      check(failure != null && failure.cause().getMessage().equals("no"), failure);
      try {
        cart.refuseAsync().join();
        throw new AssertionError("not refused");
      } catch (TaskFailedException e) {
        check(e.getCause() instanceof IllegalArgumentException, e);
      }
      check(cart.guardedAsync().join() > 4000, "the loop goes on");
    }
    check(failures.isEmpty(), failures);
    check(cart.items == 8001, cart.items);
    check(cart.order.equals(List.of("posting", "posted")), cart.order);
    check(cart.closed, "close() is for everyone");
    check(cart.toString().equals("cart"), "toString() too");
  }

  private static void refused(Cart cart) {
    List<Runnable> calls = List.of(
        () -> cart.add(1), cart::items, cart::guarded, cart::tick, () -> cart.open(1));
    List<String> texts = List.of("add(int)", "items()", "guarded()", "tick()", "open(Integer)");
    for (int i = 0; i < calls.size(); i++) {
      try {
        calls.get(i).run();
        throw new AssertionError(texts.get(i) + " was let through");
      } catch (ConfinementException e) {
        check(e.getMessage().contains("Confined.Cart." + texts.get(i)), e);
      }
    }
  }

  private static void check(boolean condition, Object otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
