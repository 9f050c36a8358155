package io.lappet.internal.sync;

import io.lappet.Gate;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/** A gate. Who waits goes on with the next opening, whether or not it lasts. */
public final class GateCore implements Gate {
  private final Seam seam;
  private final String name;
  private final NamedLock lock;
  private final Condition opened;
  private volatile boolean open; // written with lock
  private long openings; // guarded by lock

  /** Makes a closed gate. */
  public GateCore(Seam seam, String name) {
    this.seam = seam;
    this.name = name;
    this.lock = new NamedLock("gate", name);
    this.opened = lock.newCondition();
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void open() {
    lock.lock();
    try {
      open = true;
      openings++;
      opened.signalAll();
    } finally {
      lock.unlock();
    }
  }

  @Override
  public void close() {
    lock.lock();
    try {
      open = false;
    } finally {
      lock.unlock();
    }
  }

  @Override
  public boolean isOpen() {
    return open;
  }

  @Override
  public void await() throws InterruptedException {
    throwIfInterrupted();
    pass(null);
  }

  @Override
  public boolean await(Duration limit) throws InterruptedException {
    Objects.requireNonNull(limit, "limit");
    throwIfInterrupted();
    return pass(limit);
  }

  private static void throwIfInterrupted() throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
  }

  /**
   * Waits until the gate is open. One that is interrupted passes as well, as long as it need not
   * wait.
   *
   * @param limit how long at most, or null for no limit
   * @return whether the gate was open, or was opened meanwhile
   * @throws InterruptedException if the thread was interrupted and the gate is closed; the
   *     interrupt is cleared
   */
  public boolean pass(@Nullable Duration limit) throws InterruptedException {
    seam.giveWay();
    return open || passLater(limit == null ? Seam.NEVER : Deadlines.after(seam, limit));
  }

  private boolean passLater(long deadline) throws InterruptedException {
    lock.lock();
    try {
      long before = openings;
      return seam.await(lock, opened, () -> open || openings != before, deadline);
    } finally {
      lock.unlock();
    }
  }

  @Override
  public String toString() {
    return "gate \"" + name + "\" (" + (open ? "open" : "closed") + ")";
  }
}
