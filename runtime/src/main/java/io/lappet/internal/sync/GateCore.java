package io.lappet.internal.sync;

import io.lappet.Gate;
import io.lappet.internal.seam.Deadlines;
import io.lappet.internal.seam.Seam;
import java.time.Duration;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;

/** A gate. Who waits goes on with the next opening, whether or not it lasts. */
public final class GateCore implements Gate {
  private final Seam seam;
  private final String name;
  private final ReentrantLock lock = new ReentrantLock();
  private final Condition opened = lock.newCondition();
  private volatile boolean open; // written with lock
  private long openings; // guarded by lock

  /** Makes a closed gate. */
  public GateCore(Seam seam, String name) {
    this.seam = seam;
    this.name = name;
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
    await(Seam.NEVER);
  }

  @Override
  public boolean await(Duration limit) throws InterruptedException {
    return await(Deadlines.after(seam, limit));
  }

  private boolean await(long deadline) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    return pass(deadline);
  }

  /** Waits until {@code deadline}, even if interrupted already as long as it need not wait. */
  public boolean pass(long deadline) throws InterruptedException {
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
