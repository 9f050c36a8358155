package io.lappet.gen;

import io.lappet.internal.seam.Seam;

/** The writing side of a read-write lock: a monitor that keeps readers out while it is held. */
final class WriteMonitor extends Monitor {
  /*
   * Whenever a thread holds this for the first time it begins to write, and before it gives it up,
   * for good or for a wait, it ends that.
   */
  private final Readers readers;
  private final ReadSide reading;

  WriteMonitor(Seam seam, String name, boolean fair) {
    super(seam, name, fair);
    this.readers = new Readers(seam, name);
    this.reading = new ReadSide(this, readers);
  }

  Readers readers() {
    return readers;
  }

  @Override
  public ReadSide reading() {
    return reading;
  }

  @Override
  public boolean isLocked() {
    return readers.isWriting(); // the lock itself may be held by a reader on its way in
  }

  @Override
  void take() {
    requireNotReading();
    super.take();
    if (holdCount() == 1) {
      boolean begun = false;
      try {
        readers.beginWrite();
        begun = true;
      } finally {
        if (!begun) {
          super.giveBack();
        }
      }
    }
  }

  @Override
  boolean takeInterruptibly(long deadline) throws InterruptedException {
    requireNotReading();
    if (!super.takeInterruptibly(deadline)) {
      return false;
    }
    boolean begun = holdCount() > 1;
    try {
      begun = begun || readers.beginWrite(deadline);
    } finally {
      if (!begun) {
        super.giveBack();
      }
    }
    return begun;
  }

  @Override
  boolean takeAtOnce() {
    requireNotReading();
    if (!super.takeAtOnce()) {
      return false;
    }
    boolean begun = holdCount() > 1 || readers.tryBeginWrite();
    if (!begun) {
      super.giveBack();
    }
    return begun;
  }

  @Override
  void giveBack() {
    if (holdCount() == 1) {
      readers.endWrite();
    }
    super.giveBack();
  }

  @Override
  void beforeWait() {
    if (reading.isHeldByCurrentThread()) {
      throw cannot("wait");
    }
    super.beforeWait();
    readers.endWrite();
  }

  @Override
  void afterWait() {
    readers.beginWrite();
  }

  private void requireNotReading() {
    if (readers.isReading() && reading.isHeldByCurrentThread() && !isHeldByCurrentThread()) {
      throw cannot("write");
    }
  }

  private IllegalStateException cannot(String verb) {
    return new IllegalStateException("The calling thread reads under lock \""
        + name()
        + "\" and cannot "
        + verb
        + " before it has left: it would wait for itself");
  }
}
