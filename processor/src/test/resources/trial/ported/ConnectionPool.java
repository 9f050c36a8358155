package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Connections that are lent and given back, at most so many, and thrown away when nobody wants them. */
abstract class ConnectionPool implements AutoCloseable {
  interface Connection {
    boolean isValid();

    void close();
  }

  private final Supplier<Connection> factory;
  private final int maximum;
  private final Deque<Connection> idle = new ArrayDeque<>();
  private final Set<Connection> lent = new HashSet<>();
  private int waiting;
  private boolean closed;

  ConnectionPool(Supplier<Connection> factory, int maximum) {
    this.factory = factory;
    this.maximum = maximum;
  }

  boolean canLend() {
    return closed || !idle.isEmpty() || lent.size() < maximum; //! LAP210
  }

  @Synchronized
  @WaitUntil(value = "canLend", timeout = "30s")
  Connection borrow() throws InterruptedException {
    if (closed) {
      throw new IllegalStateException("the pool is closed");
    }
    Connection connection = idle.isEmpty() ? factory.get() : idle.pop();
    lent.add(connection);
    return connection;
  }

  //+ @Synchronized
  void giveBack(Connection connection) {
    if (lent.remove(connection) && !closed && connection.isValid()) {
      idle.push(connection);
    } else {
      connection.close();
    }
  }

  @PeriodicTimer(every = "1m", daemon = true)
  void validate() {
    for (Connection connection : takeIdle()) {
      giveBack(connection);
    }
  }

  @Synchronized
  List<Connection> takeIdle() {
    List<Connection> all = new ArrayList<>(idle);
    lent.addAll(all);
    idle.clear();
    return all;
  }

  @Synchronized
  int waiting() {
    return waiting + lent.size();
  }

  @Override
  @Synchronized
  public void close() {
    closed = true;
    idle.forEach(Connection::close);
    idle.clear();
  }
}
