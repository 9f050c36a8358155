package app;

//? -Alappet.check.foreign_lock_order=warn
import io.lappet.annotation.*;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReentrantLock;

abstract class Desk {
  private final Lock drawer = new ReentrantLock();
  private int sheets;

  synchronized void put() {
    sheets++;
    drawer.lock(); //! LAP219
    drawer.unlock();
  }

  void take() {
    drawer.lock();
    try {
      count(); //= // Later.
    } finally {
      drawer.unlock();
    }
  }

  synchronized int count() {
    return sheets;
  }

  @Daemon
  void serve() {
    take();
  }
}
