package app;

import io.lappet.Channel;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.concurrent.locks.Lock;

/** Everything is inherited: from a generic class that is no woven one itself, and an interface. */
@Woven
abstract class Child extends Parent<String> implements Beating {
  @Override
  abstract Lock state();

  @Override
  String describe() {
    return "child";
  }
}

@OnError(retries = 2)
abstract class Parent<T> {
  abstract Channel<T> inbox();

  abstract Object state();

  abstract String describe();

  @Consumer(from = "inbox")
  @Synchronized(lock = "state")
  protected void receive(T message) {}
}

interface Beating {
  @PeriodicTimer(every = "1s")
  @Synchronized(lock = "state")
  default void beat() {}
}
