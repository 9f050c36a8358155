package app;

import io.lappet.Fabric;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import io.lappet.annotation.Synchronized;

/** Names of the user that meet ours. */
public class Outer {
  /** Woven in a file of its own; its members have the names of what is generated. */
  protected abstract static class Inner implements AutoCloseable {
    static class Monitor {}

    static class Duration {}

    protected final String weaving;
    protected String rawChannel = "";

    Inner(String weaving, String fabric, String statsLock) {
      this.weaving = weaving + fabric + statsLock;
    }

    @Producer(to = "raw")
    Monitor produce() {
      return null;
    }

    @Consumer(from = "raw")
    void consume(Monitor monitor) {}

    @Synchronized(lock = "stats", timeout = "5ms")
    int lock(int lock, int locks) {
      return lock;
    }

    @Synchronized(lock = "stats")
    void statsLock(String statsLock, Fabric fabric, Duration duration) {}

    @Synchronized(lock = "stats", timeout = "5ms")
    int lock(int lock) {
      return lock;
    }

    @Override
    @Synchronized(lock = "stats")
    public void close() {}
  }
}
