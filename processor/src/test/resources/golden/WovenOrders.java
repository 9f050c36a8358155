package app;

import io.lappet.Fabric;
import io.lappet.Mutex;
import io.lappet.gen.Guard;
import io.lappet.gen.KeyedMonitor;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.LockOwner;
import io.lappet.gen.Monitor;
import io.lappet.gen.Monitors;
import io.lappet.gen.ReadWriteMonitor;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.locks.ReadWriteLock;

/**
 * {@link Orders}, woven: "order" guards open(), close() and bill(); its own lock guards look();
 * "table" guards add(), revision(), all(), rename(), move(), count() and isSame(); "archive" guards
 * move() and count(); "queue" guards isOlder(), enqueue() and dequeue(); "stamp" guards compare()
 * and exchange().
 */
@LappetGenerated
class WovenOrders extends Orders implements LockOwner {
  private static final Duration CLOSE_TIMEOUT = Duration.ofSeconds(1);
  private static final Duration ALL_TIMEOUT = Duration.ofSeconds(0);
  private static final Duration RENAME_TIMEOUT = Duration.ofSeconds(1);

  private final ReadWriteMonitor archiveLock;
  private final ReadWriteMonitor tableLock;
  private final KeyedMonitor orderKeys;
  private final KeyedMonitor ownKeys;
  private final ReadWriteMonitor queueLock;
  private final ReadWriteMonitor stampLock;
  private final Monitors archiveAndTableLocks;
  private final Monitors archiveAndTableReadLocks;
  private final Guard isEmptyGuard;
  private final Duration closeTimeout;
  private final Duration allTimeout;
  private final Duration renameTimeout;

  WovenOrders(Fabric fabric) {
    Weaving weaving = Weaving.of(fabric, 1, "Orders", this);
    archiveLock = weaving.readWriteLock("archive");
    tableLock = weaving.fairReadWriteLock("table");
    orderKeys = weaving.keyedLock("order");
    ownKeys = weaving.keyedLock("");
    queueLock = weaving.fairReadWriteLock("queue");
    stampLock = weaving.readWriteLock("stamp");
    archiveAndTableLocks = Monitors.of(archiveLock.writeLock(), tableLock.writeLock());
    archiveAndTableReadLocks = Monitors.of(archiveLock.reading(), tableLock.reading());
    isEmptyGuard = tableLock.writeLock().guard(this::isEmpty);
    closeTimeout = weaving.timeout("close", CLOSE_TIMEOUT);
    allTimeout = weaving.timeout("all", ALL_TIMEOUT);
    renameTimeout = weaving.timeout("rename", RENAME_TIMEOUT);
  }

  @Override
  ReadWriteLock archive() {
    return Weaving.ready(archiveLock, "Orders.archive()");
  }

  @Override
  Mutex table() {
    return Weaving.ready(tableLock, "Orders.table()").writeLock();
  }

  /** Holds "order" of the key id. */
  @Override
  void open(long id) {
    KeyedMonitor keys = orderKeys;
    if (keys == null) { // still constructing: not shared yet
      super.open(id);
      return;
    }
    Object key = id;
    keys.enter(key);
    try {
      super.open(id);
    } finally {
      keys.exit(key);
    }
  }

  /** Holds "order" of the key id (at most 1s). */
  @Override
  <T extends Comparable<T>> void close(T id) throws InterruptedException {
    KeyedMonitor keys = orderKeys;
    if (keys == null) { // still constructing: not shared yet
      super.close(id);
      return;
    }
    keys.enterInterruptibly(id, closeTimeout, "Orders.close()");
    try {
      super.close(id);
    } finally {
      keys.exit(id);
    }
  }

  /** Holds "order" of the key order.customer.id. */
  @Override
  void bill(Orders.Order order) {
    KeyedMonitor keys = orderKeys;
    if (keys == null) { // still constructing: not shared yet
      super.bill(order);
      return;
    }
    Object key = order.customer().id;
    keys.enter(key);
    try {
      super.bill(order);
    } finally {
      keys.exit(key);
    }
  }

  /** Holds its own lock of the key key. */
  @Override
  String look(String key, Object... keys) {
    KeyedMonitor keys_ = ownKeys;
    if (keys_ == null) { // still constructing: not shared yet
      return super.look(key, keys);
    }
    keys_.enter(key);
    try {
      return super.look(key, keys);
    } finally {
      keys_.exit(key);
    }
  }

  /** Holds "table". */
  @Override
  void add(Orders.Order order) {
    ReadWriteMonitor lock = tableLock;
    if (lock == null) { // still constructing: not shared yet
      super.add(order);
      return;
    }
    lock.writeLock().enter();
    try {
      super.add(order);
    } finally {
      lock.writeLock().exit();
    }
  }

  /** Holds "table" to read, if somebody writes. */
  @Override
  int revision() {
    ReadWriteMonitor lock = tableLock;
    if (lock == null) { // still constructing: not shared yet
      return super.revision();
    }
    long stamp = lock.optimisticRead();
    int result = super.revision();
    if (lock.isStill(stamp)) { // nobody wrote meanwhile
      return result;
    }
    lock.enterRead();
    try {
      return super.revision();
    } finally {
      lock.exitRead();
    }
  }

  /** Holds "table" (at most 0s) to read. */
  @Override
  List<Orders.Order> all() throws InterruptedException {
    ReadWriteMonitor lock = tableLock;
    if (lock == null) { // still constructing: not shared yet
      return super.all();
    }
    lock.enterReadInterruptibly(allTimeout, "Orders.all()");
    try {
      return super.all();
    } finally {
      lock.exitRead();
    }
  }

  /** Holds "table", waits until isEmpty() (at most 1s). */
  @Override
  void rename() {
    ReadWriteMonitor lock = tableLock;
    if (lock == null) { // still constructing: not shared yet
      super.rename();
      return;
    }
    lock.writeLock().enterWhen(isEmptyGuard, renameTimeout, "Orders.rename()");
    try {
      super.rename();
    } finally {
      lock.writeLock().exit();
    }
  }

  /** Holds "table" and "archive". */
  @Override
  void move() {
    Monitors locks = archiveAndTableLocks;
    if (locks == null) { // still constructing: not shared yet
      super.move();
      return;
    }
    locks.enter();
    try {
      super.move();
    } finally {
      locks.exit();
    }
  }

  /** Holds "archive" and "table" to read, if somebody writes. */
  @Override
  int count() {
    Monitors locks = archiveAndTableReadLocks;
    if (locks == null) { // still constructing: not shared yet
      return super.count();
    }
    locks.enter();
    try {
      return super.count();
    } finally {
      locks.exit();
    }
  }

  /** Holds "table" and "other.table" to read. */
  @Override
  boolean isSame(Orders other) {
    Monitors locks = Monitors.of(
        tableLock == null ? null : tableLock.reading(), Monitor.behind(other.table()).reading());
    locks.enter();
    try {
      return super.isSame(other);
    } finally {
      locks.exit();
    }
  }

  /** Holds "queue" and "other.archive" to read. */
  @Override
  boolean isOlder(Orders other) {
    Monitors locks = Monitors.of(
        queueLock == null ? null : queueLock.reading(),
        ReadWriteMonitor.behind(other.archive()).reading());
    locks.enter();
    try {
      return super.isOlder(other);
    } finally {
      locks.exit();
    }
  }

  /** Holds "stamp" and "other.stamp" to read. */
  @Override
  void compare(Orders other) {
    Monitors locks = Monitors.of(
        stampLock == null ? null : stampLock.reading(), LockOwner.readingOf(other, "stamp"));
    locks.enter();
    try {
      super.compare(other);
    } finally {
      locks.exit();
    }
  }

  /** Holds "stamp" and "other.stamp". */
  @Override
  void exchange(Orders other) {
    Monitors locks = Monitors.of(
        stampLock == null ? null : stampLock.writeLock(), LockOwner.lockOf(other, "stamp"));
    locks.enter();
    try {
      super.exchange(other);
    } finally {
      locks.exit();
    }
  }

  /** Holds "queue". */
  @Override
  void enqueue() {
    ReadWriteMonitor lock = queueLock;
    if (lock == null) { // still constructing: not shared yet
      super.enqueue();
      return;
    }
    lock.writeLock().enter();
    try {
      super.enqueue();
    } finally {
      lock.writeLock().exit();
    }
  }

  /** Holds "queue". */
  @Override
  void dequeue() {
    ReadWriteMonitor lock = queueLock;
    if (lock == null) { // still constructing: not shared yet
      super.dequeue();
      return;
    }
    lock.writeLock().enter();
    try {
      super.dequeue();
    } finally {
      lock.writeLock().exit();
    }
  }

  @Override
  public Monitor lockNamed(String name) {
    return switch (name) {
      case "stamp" -> stampLock == null ? null : stampLock.writeLock();
      default -> throw new IllegalArgumentException(name);
    };
  }
}
