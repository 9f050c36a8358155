package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;

/** Hands events to whoever subscribed to their type, on a few threads. */
abstract class EventBus {
  private final Map<Class<?>, List<java.util.function.Consumer<Object>>> listeners =
      new ConcurrentHashMap<>();
  private final AtomicLong delivered = new AtomicLong();
  private long dead;

  @ChannelSpec(capacity = 128)
  abstract Sender<Object> events();

  void subscribe(Class<?> type, java.util.function.Consumer<Object> listener) {
    listeners.computeIfAbsent(type, it -> new CopyOnWriteArrayList<>()).add(listener);
  }

  void unsubscribe(Class<?> type, java.util.function.Consumer<Object> listener) {
    listeners.getOrDefault(type, List.of()).remove(listener);
  }

  void publish(Object event) throws InterruptedException {
    events().send(event);
  }

  @Consumer(from = "events", concurrency = 4)
  void deliver(Object event) {
    List<java.util.function.Consumer<Object>> all =
        listeners.getOrDefault(event.getClass(), List.of());
    if (all.isEmpty()) {
      bury();
    }
    for (java.util.function.Consumer<Object> listener : all) {
      listener.accept(event);
      delivered.incrementAndGet();
    }
  }

  //+ @Synchronized
  void bury() {
    dead++; //! LAP201
  }

  @Synchronized
  long dead() {
    return dead;
  }

  long delivered() {
    return delivered.get();
  }
}
