package io.lappet.examples;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.Woven;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A channel that others send to by hand, and a consumer that can be paused. */
@Woven(name = "desk")
public abstract class OrderDesk {
  private final List<String> shipped = new CopyOnWriteArrayList<>();

  /** Where orders go; a full desk forgets the oldest one. */
  @ChannelSpec(capacity = 3, overflow = Overflow.DROP_OLD)
  public abstract Channel<String> orders();

  /** The worker of {@link #ship}. */
  public abstract Worker shipWorker();

  @Consumer(from = "orders")
  void ship(String order) {
    shipped.add(order);
  }

  /** What has been shipped, in order. */
  public List<String> shipped() {
    return List.copyOf(shipped);
  }

  /** Prints {@code [first, second]}. */
  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      OrderDesk desk = fabric.start(new WovenOrderDesk(fabric));
      desk.orders().send("first");
      desk.orders().send("second");
      desk.orders().awaitIdle();
      System.out.println(desk.shipped());
    }
  }
}
