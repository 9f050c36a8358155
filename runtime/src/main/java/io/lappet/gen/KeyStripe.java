package io.lappet.gen;

import io.lappet.internal.seam.Deadlocks;
import io.lappet.internal.seam.NamedLock;
import io.lappet.internal.seam.Seam;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Objects;
import java.util.concurrent.locks.Condition;
import org.jspecify.annotations.Nullable;

/**
 * The locks of those keys of a {@link KeyedMonitor} whose hashes fall together.
 *
 * <p>As long as one of them at most is in use, it is taken and given back with one atomic step each
 * and nothing is made. Otherwise there is a list, which is used under a lock of the stripe's own.
 */
final class KeyStripe {
  /*
   * The field "only" says where to look:
   *
   *   null    no key is in use
   *   a key   it is in use, "owner" has it "holds" times, and nobody waits
   *   LISTED  the keys in use are in the list
   *
   * null and a key take turns by compare-and-set, by whoever takes and gives back. LISTED is set
   * and taken away only under "lock". It stays as long as there is an entry, so nobody can take by
   * the short way a key that has an entry.
   *
   * A key that is held when the list begins gets an entry as well, but its owner cannot be asked,
   * since it may be between the atomic step and the note of its name. So that entry is "direct":
   * its owner and holds stay in the fields of the stripe, until it is given back.
   *
   * "owner" and "holds" are written only by the thread that has taken, after it has and before it
   * gives back. So whoever reads its own name there has taken; other names say nothing.
   */
  private static final Object LISTED = new Object();
  private static final VarHandle ONLY = only();

  private final String name;
  private final NamedLock lock;
  private volatile @Nullable Object only;
  private @Nullable Thread owner;
  private int holds;
  private @Nullable Entry first; // guarded by lock
  private @Nullable Entry spare; // guarded by lock; for the next use, so that little is made

  /** The lock of one key that is in use or waited for. All is guarded by the lock of the stripe. */
  private static final class Entry {
    @Nullable
    Object key; // null only in a spare

    boolean direct;

    @Nullable
    Thread owner;

    int holds;
    int waiters;

    @Nullable
    Condition freed; // made by the first that waits

    @Nullable
    Entry next;

    boolean isFree() {
      return owner == null && !direct;
    }
  }

  KeyStripe(String name) {
    this.name = name;
    this.lock = new NamedLock("the keys of lock", name);
  }

  private static VarHandle only() {
    try {
      return MethodHandles.lookup().findVarHandle(KeyStripe.class, "only", Object.class);
    } catch (ReflectiveOperationException e) {
      throw new ExceptionInInitializerError(e);
    }
  }

  /** Takes the lock of {@code key} without waiting if that is easy; says whether it was. */
  boolean enterAtOnce(Object key) {
    Thread me = Thread.currentThread();
    if (ONLY.compareAndSet(this, null, key)) {
      owner = me;
      holds = 1;
      return true;
    }
    if (owner == me && isOnly(key)) {
      holds = Math.addExact(holds, 1);
      return true;
    }
    return false;
  }

  private boolean isOnly(Object key) {
    Object now = only;
    return now == key || (now != LISTED && key.equals(now));
  }

  /** What a thread waits for that wants the lock of one key. */
  private record Wanted(KeyStripe stripe, Object key) implements Deadlocks.Obstacle {
    @Override
    public @Nullable Thread owner() {
      return stripe.ownerOf(key);
    }

    @Override
    public String toString() {
      Thread owner = owner();
      String held = owner == null ? "" : ", held by " + owner.getName();
      return "lock \"" + stripe.name + "\" of " + key + held;
    }
  }

  /** Who has the lock of {@code key}; null if nobody has, or it is being taken or given back. */
  private @Nullable Thread ownerOf(Object key) {
    lock.lock();
    try {
      Entry entry = find(key);
      if (entry != null) {
        return entry.direct ? owner : entry.owner;
      }
      return isOnly(key) ? owner : null;
    } finally {
      lock.unlock();
    }
  }

  /** Whether the calling thread has the lock of {@code key}. */
  boolean isHeldByCaller(Object key) {
    return ownerOf(key) == Thread.currentThread();
  }

  /** Takes the lock of {@code key}; says whether that was before {@code deadline}. */
  boolean enter(Seam seam, Object key, long deadline) {
    if (deadline != Seam.NEVER) {
      return enterBefore(seam, key, deadline);
    }
    seam.waitsFor(new Wanted(this, key));
    try {
      return enterBefore(seam, key, deadline);
    } finally {
      seam.waitsNoLonger();
    }
  }

  /** As {@link #enter}, but ends with an interrupt. */
  boolean enterInterruptibly(Seam seam, Object key, long deadline) throws InterruptedException {
    if (deadline != Seam.NEVER) {
      return enterInterruptiblyBefore(seam, key, deadline);
    }
    seam.waitsFor(new Wanted(this, key));
    try {
      return enterInterruptiblyBefore(seam, key, deadline);
    } finally {
      seam.waitsNoLonger();
    }
  }

  private boolean enterBefore(Seam seam, Object key, long deadline) {
    boolean interrupted = false;
    lock.lock();
    try {
      Entry entry = entryFor(key);
      if (entry == null || takes(entry)) {
        return true;
      }
      entry.waiters++;
      try {
        while (true) {
          try {
            return takesLater(seam, entry, deadline);
          } catch (InterruptedException e) {
            interrupted = true;
          }
        }
      } finally {
        entry.waiters--;
        dropIfUnused(entry);
      }
    } finally {
      lock.unlock();
      if (interrupted) {
        Thread.currentThread().interrupt();
      }
    }
  }

  private boolean enterInterruptiblyBefore(Seam seam, Object key, long deadline)
      throws InterruptedException {
    lock.lock();
    try {
      Entry entry = entryFor(key);
      if (entry == null || takes(entry)) {
        return true;
      }
      entry.waiters++;
      try {
        return takesLater(seam, entry, deadline);
      } finally {
        entry.waiters--;
        dropIfUnused(entry);
      }
    } finally {
      lock.unlock();
    }
  }

  private boolean takesLater(Seam seam, Entry entry, long deadline) throws InterruptedException {
    Condition freed = entry.freed;
    if (freed == null) {
      freed = lock.newCondition();
      entry.freed = freed;
    }
    return seam.await(lock, freed, entry::isFree, deadline) && takes(entry);
  }

  private boolean takes(Entry entry) {
    Thread me = Thread.currentThread();
    if (entry.isFree()) {
      entry.owner = me;
      entry.holds = 1;
      return true;
    }
    if (entry.direct && owner == me) {
      holds = Math.addExact(holds, 1);
      return true;
    }
    if (entry.owner == me) {
      entry.holds = Math.addExact(entry.holds, 1);
      return true;
    }
    return false;
  }

  /** Gives the lock of {@code key} back; says whether the calling thread held it. */
  boolean exit(Object key) {
    Thread me = Thread.currentThread();
    if (owner == me) {
      Object now = only;
      if (now == key || (now != LISTED && key.equals(now))) {
        if (holds > 1) {
          holds--;
          return true;
        }
        owner = null;
        if (ONLY.compareAndSet(this, now, null)) {
          return true;
        }
        owner = me; // it has just been listed
      }
    }
    return exitListed(key, me);
  }

  private boolean exitListed(Object key, Thread me) {
    lock.lock();
    try {
      Entry entry = find(key);
      if (entry == null) {
        return false;
      }
      if (entry.direct && owner == me) {
        if (--holds == 0) {
          owner = null;
          entry.direct = false;
          freed(entry);
        }
        return true;
      }
      if (entry.owner == me) {
        if (--entry.holds == 0) {
          entry.owner = null;
          freed(entry);
        }
        return true;
      }
      return false;
    } finally {
      lock.unlock();
    }
  }

  private void freed(Entry entry) {
    if (entry.waiters > 0) {
      Objects.requireNonNull(entry.freed).signal();
    } else {
      dropIfUnused(entry);
    }
  }

  // ---- The list. All is called with the lock held.

  /** The entry of {@code key}; null if the key was taken without one. */
  private @Nullable Entry entryFor(Object key) {
    while (only != LISTED) {
      if (enterAtOnce(key)) {
        return null;
      }
      Object now = only;
      if (now != null && now != LISTED && ONLY.compareAndSet(this, now, LISTED)) {
        add(now).direct = true;
      }
    }
    Entry found = find(key);
    return found != null ? found : add(key);
  }

  private @Nullable Entry find(Object key) {
    Entry entry = first;
    while (entry != null && entry.key != key && !key.equals(entry.key)) {
      entry = entry.next;
    }
    return entry;
  }

  private Entry add(Object key) {
    Entry entry = spare == null ? new Entry() : spare;
    spare = null;
    entry.key = key;
    entry.next = first;
    first = entry;
    return entry;
  }

  private void dropIfUnused(Entry entry) {
    if (!entry.isFree() || entry.waiters > 0) {
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
    if (first == null) {
      only = null;
    }
  }
}
