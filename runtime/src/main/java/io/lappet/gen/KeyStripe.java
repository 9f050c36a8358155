package io.lappet.gen;

import io.lappet.internal.seam.Seam;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** The locks of those keys of a {@link KeyedMonitor} whose hashes fall together. */
final class KeyStripe {
  /*
   * An entry is in the list as long as somebody holds it or waits for it. One is kept, empty, for
   * the next use, so that in the long run nothing is made.
   */
  private final Seam seam;
  private final ReentrantLock lock = new ReentrantLock();
  private @Nullable Entry first; // guarded by lock
  private @Nullable Entry spare; // guarded by lock

  KeyStripe(Seam seam) {
    this.seam = seam;
  }

  /** The lock of one key. All is guarded by the lock of the stripe. */
  private static final class Entry {
    @Nullable
    Object key; // null only in a spare

    int hash;

    @Nullable
    Thread owner;

    int holds;
    int waiters;

    @Nullable
    Condition freed; // made by the first that waits

    @Nullable
    Entry next;

    boolean isFree() {
      return owner == null;
    }
  }

  /** Takes the lock of {@code key}; says whether that was before {@code deadline}. */
  boolean enter(Object key, int hash, long deadline) {
    boolean interrupted = false;
    lock.lock();
    try {
      Entry entry = entryOf(key, hash);
      if (takesAtOnce(entry)) {
        return true;
      }
      while (true) {
        try {
          return takesLater(entry, deadline);
        } catch (InterruptedException e) {
          interrupted = true;
          if (entry.key == null) {
            entry = entryOf(key, hash);
          }
        }
      }
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  /** As {@link #enter}, but ends with an interrupt. */
  boolean enterInterruptibly(Object key, int hash, long deadline) throws InterruptedException {
    if (Thread.interrupted()) {
      throw new InterruptedException();
    }
    lock.lock();
    try {
      Entry entry = entryOf(key, hash);
      return takesAtOnce(entry) || takesLater(entry, deadline);
    } finally {
      lock.unlock();
    }
  }

  private static boolean takesAtOnce(Entry entry) {
    Thread me = Thread.currentThread();
    if (entry.owner == null) {
      entry.owner = me;
    } else if (entry.owner != me) {
      return false;
    }
    entry.holds = Math.addExact(entry.holds, 1);
    return true;
  }

  private boolean takesLater(Entry entry, long deadline) throws InterruptedException {
    Condition freed = entry.freed;
    if (freed == null) {
      freed = lock.newCondition();
      entry.freed = freed;
    }
    entry.waiters++;
    try {
      return seam.await(lock, freed, entry::isFree, deadline) && takesAtOnce(entry);
    } finally {
      entry.waiters--;
      dropIfUnused(entry);
    }
  }

  /** Gives the lock of {@code key} back; says whether the calling thread held it. */
  boolean exit(Object key, int hash) {
    lock.lock();
    try {
      Entry entry = find(key, hash);
      if (entry == null || entry.owner != Thread.currentThread()) {
        return false;
      }
      if (--entry.holds == 0) {
        entry.owner = null;
        if (entry.waiters > 0) {
          Objects.requireNonNull(entry.freed).signal();
        } else {
          dropIfUnused(entry);
        }
      }
      return true;
    } finally {
      lock.unlock();
    }
  }

  private @Nullable Entry find(Object key, int hash) {
    Entry entry = first;
    while (entry != null && !(entry.hash == hash && key.equals(entry.key))) {
      entry = entry.next;
    }
    return entry;
  }

  private Entry entryOf(Object key, int hash) {
    Entry found = find(key, hash);
    if (found != null) {
      return found;
    }
    Entry entry = spare == null ? new Entry() : spare;
    spare = null;
    entry.key = key;
    entry.hash = hash;
    entry.next = first;
    first = entry;
    return entry;
  }

  private void dropIfUnused(Entry entry) {
    if (entry.owner != null || entry.waiters > 0) {
      return;
    }
    if (first == entry) {
      first = entry.next;
    } else {
      Entry before = Objects.requireNonNull(first);
      while (before.next != entry) {
        before = Objects.requireNonNull(before.next);
      }
      before.next = entry.next;
    }
    entry.key = null;
    entry.next = null;
    spare = entry;
  }
}
